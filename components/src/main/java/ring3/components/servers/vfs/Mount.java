package ring3.components.servers.vfs;

import static java.util.Objects.requireNonNull;

import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Fs;
import ring3.components.protocol.Fs.ReqPutnode;
import ring3.components.protocol.FsReply;
import ring3.components.protocol.FsReply.FsNode;
import ring3.components.protocol.FsReply.FsResult;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;

/// A mounted file system and its file server (minix: servers/vfs/vmnt.h).
final class Mount {
    /// What was mounted where, as people name it.
    ///
    /// @param flags those of [Fs]
    record Description(int device, String deviceName, String directory, String label, int flags) {
        boolean readOnly() {
            return (flags & Fs.READ_ONLY) != 0;
        }

        /// A line of the table of mounts.
        String line() {
            String mode = readOnly() ? "ro" : "rw";
            return deviceName + " " + directory + " " + label + " " + mode + "\n";
        }
    }

    private final Description description;
    private final Channel channel;
    private final TreeMap<Integer, Vnode> nodes = new TreeMap<>();
    private @Nullable Vnode root;
    private @Nullable Vnode covered;

    Mount(Description description, Channel channel) {
        this.description = description;
        this.channel = channel;
    }

    Description description() {
        return description;
    }

    Channel channel() {
        return channel;
    }

    Endpoint server() {
        return channel.server();
    }

    // ---- Asking the file server

    /// Asks for something whose answer the caller judges itself.
    void request(Call call, IntFunction<Fs> composer, Consumer<FsReply> next) {
        channel.request(call, composer::apply, reply -> next.accept(fsReply(reply)));
    }

    private static FsReply fsReply(Message reply) {
        return reply instanceof FsReply answer ? answer : new FsResult(0, reply.type());
    }

    /// Asks for something that is answered by an `expected` or an error, which ends the call. A
    /// file server that answers with anything else is broken, and the call fails with EIO.
    <R extends FsReply> void ask(
            Call call, Class<R> expected, IntFunction<Fs> composer, Consumer<R> next) {
        request(call, composer, reply -> next.accept(checked(expected, reply)));
    }

    /// The answer if it is an `expected`.
    static <R extends FsReply> R checked(Class<R> expected, FsReply reply) {
        if (reply.type() < 0) {
            throw new Refused(reply.type());
        }
        if (!expected.isInstance(reply)) {
            throw new Refused(Errno.EIO);
        }
        return expected.cast(reply);
    }

    /// Asks for the last step of a call, whose answer is that of the file server.
    void finish(Call call, IntFunction<Fs> composer) {
        ask(call, FsResult.class, composer, done -> call.done(done.status()));
    }

    // ---- Vnodes

    /// The vnode of an inode that the file server has just opened, with a reference that `call`
    /// holds.
    Vnode opened(Call call, FsNode node) {
        return call.hold(opened(node));
    }

    private Vnode opened(FsNode node) {
        return nodes.computeIfAbsent(node.inode(), _ -> new Vnode(this, node)).openedAgain();
    }

    void forget(Vnode node, int serverReferences) {
        nodes.remove(node.inode());
        giveBack(node, serverReferences);
    }

    void giveBack(Vnode node, int count) {
        channel.tell(id -> new ReqPutnode(id, node.inode(), count));
    }

    // ---- Its place in the tree

    /// The root directory; only a file system that is mounted completely has one.
    Vnode root() {
        return requireNonNull(root, "not mounted yet");
    }

    boolean hasRoot() {
        return root != null;
    }

    boolean isRoot(Vnode node) {
        return node.equals(root);
    }

    /// The directory that it is mounted on; null for the root of all.
    @Nullable Vnode covered() {
        return covered;
    }

    boolean covers(Mount mount, int inode) {
        return covered != null && covered.mount().equals(mount) && covered.inode() == inode;
    }

    /// The file server has opened the root directory, for as long as the mount lasts.
    void takeRoot(FsNode node) {
        root = opened(node);
    }

    /// Puts it in its place; the reference is the mount's from now on.
    void cover(Vnode directory) {
        covered = directory;
    }

    /// Gives both back.
    void detach() {
        if (root != null) {
            root.put();
        }
        if (covered != null) {
            covered.put();
        }
    }

    /// Whether anybody uses a file of it, apart from the mount and the call that asks, which has
    /// `own` references to the root.
    boolean inUse(int own) {
        return nodes.size() > 1 || root().references() > 1 + own || !channel.idle();
    }

    /// Refuses with EROFS when nothing may be written.
    void requireWritable() {
        if (description.readOnly()) {
            throw new Refused(Errno.EROFS);
        }
    }
}
