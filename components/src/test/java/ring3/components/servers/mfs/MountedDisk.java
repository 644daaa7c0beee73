package ring3.components.servers.mfs;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import ring3.components.protocol.Dirent;
import ring3.components.protocol.Fs;
import ring3.components.protocol.Fs.ReqCreate;
import ring3.components.protocol.Fs.ReqFtrunc;
import ring3.components.protocol.Fs.ReqGetdents;
import ring3.components.protocol.Fs.ReqLink;
import ring3.components.protocol.Fs.ReqLookup;
import ring3.components.protocol.Fs.ReqMkdir;
import ring3.components.protocol.Fs.ReqPutnode;
import ring3.components.protocol.Fs.ReqRead;
import ring3.components.protocol.Fs.ReqReadsuper;
import ring3.components.protocol.Fs.ReqRename;
import ring3.components.protocol.Fs.ReqRmdir;
import ring3.components.protocol.Fs.ReqSlink;
import ring3.components.protocol.Fs.ReqStat;
import ring3.components.protocol.Fs.ReqSync;
import ring3.components.protocol.Fs.ReqUnlink;
import ring3.components.protocol.Fs.ReqUnmount;
import ring3.components.protocol.Fs.ReqWrite;
import ring3.components.protocol.FsReply;
import ring3.components.protocol.FsReply.FsNode;
import ring3.components.protocol.Stat;
import ring3.components.testing.ByteMemory;
import ring3.components.testing.FakeTraps;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Setalarm;
import ring3.syslib.Syslib;

/// A file server with a disk below it, and in place of the virtual file system a test that works
/// with paths. Results are zero or more, or a negative error number.
final class MountedDisk {
    static final int DEVICE = 0x300;
    private static final int MEMORY_KIB = 3 * 1024;
    private static final int NAME = 0x100;
    private static final int OTHER_NAME = 0x1100;
    private static final int DATA = 0x10000;
    private static final int PATH_BYTES = 1024;

    final FakeTraps traps = new FakeTraps(Endpoint.MFS, MEMORY_KIB);
    final FakeDisk disk;
    private final FileServer server;
    private final ByteMemory memory = traps.memoryOf(Endpoint.VFS);

    /// A server with nothing mounted yet.
    MountedDisk(byte[] image) {
        disk = new FakeDisk(traps, image);
        traps.answer(
                Setalarm.class,
                _ -> {
                    traps.deliverNotify(Endpoint.CLOCK, 0, 0);
                    return null;
                });
        server = new FileServer(new Syslib(traps), disk::find);
    }

    /// Mounts the disk as the root of all file systems.
    static MountedDisk of(byte[] image) {
        MountedDisk mounted = new MountedDisk(image);
        if (mounted.mount(Fs.IS_ROOT).type() != 0) {
            throw new IllegalStateException(mounted.traps.printed().toString());
        }
        return mounted;
    }

    FsReply mount(int flags) {
        int length = memory.putText(NAME, FakeDisk.LABEL);
        return answer(new ReqReadsuper(1, DEVICE, NAME, length, flags));
    }

    FsReply answer(Fs request) {
        return server.answer(Endpoint.VFS, request);
    }

    List<String> printed() {
        return traps.printed();
    }

    int sync() {
        return answer(new ReqSync(1)).type();
    }

    int unmount() {
        return answer(new ReqUnmount(1)).type();
    }

    /// Follows a path from the root directory.
    FsReply lookup(String path, int flags) {
        return lookup(Inode.ROOT, Inode.ROOT, path, flags);
    }

    FsReply lookup(int directory, int root, String path, int flags) {
        int length = memory.putText(NAME, path);
        return answer(new ReqLookup(1, directory, root, NAME, length, PATH_BYTES, flags, 0, 0));
    }

    /// The path that the server has stored, as long as a crossing tells.
    String pathInGrant(int length) {
        return memory.text(NAME, length);
    }

    /// Opens what is at a path: its inode number, or an error.
    int open(String path) {
        FsReply reply = lookup(path, Fs.NO_FOLLOW);
        return reply instanceof FsNode node ? node.inode() : reply.type();
    }

    void close(int inode) {
        answer(new ReqPutnode(1, inode, 1));
    }

    private interface Work {
        int on(int directory, int nameLength);
    }

    private int in(String path, Work work) {
        int slash = path.lastIndexOf('/');
        int directory = open(path.substring(0, slash) + "/");
        if (directory < 0) {
            return directory;
        }
        int result = work.on(directory, memory.putText(NAME, path.substring(slash + 1)));
        close(directory);
        return result;
    }

    private int with(String path, IntUnaryOperator work) {
        int inode = open(path);
        if (inode < 0) {
            return inode;
        }
        int result = work.applyAsInt(inode);
        close(inode);
        return result;
    }

    /// Makes an empty file and closes it.
    int create(String path) {
        return in(
                path,
                (directory, length) -> {
                    FsReply reply = answer(new ReqCreate(1, directory, NAME, length, 0644, 0, 0));
                    if (reply instanceof FsNode node) {
                        close(node.inode());
                    }
                    return reply.type();
                });
    }

    int mkdir(String path) {
        return in(
                path,
                (dir, length) -> answer(new ReqMkdir(1, dir, NAME, length, 0755, 0, 0)).type());
    }

    int unlink(String path) {
        return in(path, (dir, length) -> answer(new ReqUnlink(1, dir, NAME, length)).type());
    }

    int rmdir(String path) {
        return in(path, (dir, length) -> answer(new ReqRmdir(1, dir, NAME, length)).type());
    }

    int symlink(String target, String path) {
        int targetLength = memory.putText(OTHER_NAME, target);
        return in(
                path,
                (dir, length) ->
                        answer(new ReqSlink(1, dir, NAME, length, OTHER_NAME, targetLength, 0, 0))
                                .type());
    }

    int link(String path, String newPath) {
        return with(
                path,
                inode ->
                        in(
                                newPath,
                                (dir, length) ->
                                        answer(new ReqLink(1, dir, NAME, length, inode)).type()));
    }

    int rename(String path, String newPath) {
        int slash = path.lastIndexOf('/');
        return with(
                path.substring(0, slash) + "/",
                oldDirectory ->
                        in(
                                newPath,
                                (newDirectory, newLength) -> {
                                    String name = path.substring(slash + 1);
                                    int length = memory.putText(OTHER_NAME, name);
                                    return answer(
                                                    new ReqRename(
                                                            1,
                                                            oldDirectory,
                                                            OTHER_NAME,
                                                            length,
                                                            newDirectory,
                                                            NAME,
                                                            newLength))
                                            .type();
                                }));
    }

    int write(String path, long pos, byte[] bytes) {
        memory.put(DATA, bytes, 0, bytes.length);
        return with(path, inode -> answer(new ReqWrite(1, inode, pos, DATA, bytes.length)).type());
    }

    int truncate(String path, long from, long to) {
        return with(path, inode -> answer(new ReqFtrunc(1, inode, from, to)).type());
    }

    int read(String path, long pos, int bytes) {
        return with(path, inode -> answer(new ReqRead(1, inode, pos, DATA, bytes)).type());
    }

    /// The bytes of a file, read in pieces of that many.
    byte[] contents(String path, int pieceBytes) {
        byte[] contents = new byte[(int) stat(path).size()];
        with(
                path,
                inode -> {
                    int at = 0;
                    while (at < contents.length) {
                        FsReply reply = answer(new ReqRead(1, inode, at, DATA, pieceBytes));
                        if (reply.type() <= 0) {
                            throw new IllegalStateException(Errno.of(reply.type()).toString());
                        }
                        memory.get(DATA, contents, at, reply.type());
                        at += reply.type();
                    }
                    return at;
                });
        return contents;
    }

    Stat stat(String path) {
        int status = with(path, inode -> answer(new ReqStat(1, inode, DATA)).type());
        if (status < 0) {
            throw new IllegalStateException(path + ": " + Errno.of(status));
        }
        return Stat.load(memory, DATA);
    }

    /// The names in a directory and their inodes, without "." and "..".
    SortedMap<String, Integer> list(String path) {
        SortedMap<String, Integer> names = new TreeMap<>();
        with(
                path,
                inode -> {
                    long position = 0;
                    while (true) {
                        FsReply reply = answer(new ReqGetdents(1, inode, position, DATA, 300));
                        if (!(reply instanceof FsReply.FsTransfer(_, int bytes, long newPosition))
                                || bytes == 0) {
                            return reply.type();
                        }
                        for (int at = 0; at < bytes; ) {
                            Dirent entry = Dirent.load(memory, DATA + at);
                            names.put(entry.name(), entry.inode());
                            at += entry.bytes();
                        }
                        position = newPosition;
                    }
                });
        names.remove(".");
        names.remove("..");
        return names;
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
