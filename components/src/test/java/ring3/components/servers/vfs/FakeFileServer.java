package ring3.components.servers.vfs;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Fs;
import ring3.components.protocol.Fs.ReqChmod;
import ring3.components.protocol.Fs.ReqCreate;
import ring3.components.protocol.Fs.ReqFtrunc;
import ring3.components.protocol.Fs.ReqLink;
import ring3.components.protocol.Fs.ReqLookup;
import ring3.components.protocol.Fs.ReqMkdir;
import ring3.components.protocol.Fs.ReqMknod;
import ring3.components.protocol.Fs.ReqMountpoint;
import ring3.components.protocol.Fs.ReqNewDriver;
import ring3.components.protocol.Fs.ReqPutnode;
import ring3.components.protocol.Fs.ReqRdlink;
import ring3.components.protocol.Fs.ReqRead;
import ring3.components.protocol.Fs.ReqReadsuper;
import ring3.components.protocol.Fs.ReqRename;
import ring3.components.protocol.Fs.ReqSlink;
import ring3.components.protocol.Fs.ReqStat;
import ring3.components.protocol.Fs.ReqSync;
import ring3.components.protocol.Fs.ReqUnlink;
import ring3.components.protocol.Fs.ReqUnmount;
import ring3.components.protocol.Fs.ReqWrite;
import ring3.components.protocol.FsReply;
import ring3.components.protocol.FsReply.FsCrossing;
import ring3.components.protocol.FsReply.FsNode;
import ring3.components.protocol.FsReply.FsResult;
import ring3.components.protocol.FsReply.FsTransfer;
import ring3.components.protocol.Stat;
import ring3.syslib.Errno;

/// A file server that keeps its files in a table: paths in it have no more than one directory level
/// at a time to follow, which is all that the virtual file system can see of any.
final class FakeFileServer {
    private static final int ROOT = 1;

    /// A file of it.
    static final class Node {
        final int inode;
        int mode;
        int device;
        int opened;
        boolean covered;
        byte[] data = new byte[0];
        final TreeMap<String, Integer> names = new TreeMap<>();

        private Node(int inode, int mode) {
            this.inode = inode;
            this.mode = mode;
        }

        String text() {
            return new String(data, StandardCharsets.ISO_8859_1);
        }
    }

    private final World world;
    private final TreeMap<Integer, Node> nodes = new TreeMap<>();
    private int lastInode = ROOT;
    private boolean isRoot;

    FakeFileServer(World world) {
        this.world = world;
        Node root = new Node(ROOT, Stat.DIRECTORY | 0755);
        root.names.put("..", ROOT);
        nodes.put(ROOT, root);
    }

    // ---- What a test puts into it

    /// A file with these contents; its directories must be there.
    Node file(String path, int mode, String contents) {
        int slash = path.lastIndexOf('/');
        Node directory = at(path.substring(0, slash));
        Node node = new Node(++lastInode, mode);
        node.data = contents.getBytes(StandardCharsets.ISO_8859_1);
        nodes.put(node.inode, node);
        directory.names.put(path.substring(slash + 1), node.inode);
        return node;
    }

    Node directory(String path) {
        Node node = file(path, Stat.DIRECTORY | 0755, "");
        node.names.put("..", at(path.substring(0, path.lastIndexOf('/'))).inode);
        return node;
    }

    Node device(String path, int type, int device) {
        Node node = file(path, type | 0666, "");
        node.device = device;
        return node;
    }

    /// The file at an absolute path without links in it.
    Node at(String path) {
        Node node = node(ROOT);
        for (String name : path.split("/", -1)) {
            node = name.isEmpty() ? node : node(requireNonNull(node.names.get(name), path));
        }
        return node;
    }

    /// How many openings of inodes have not been given back, the root directory's own aside.
    int openInodes() {
        return nodes.values().stream().mapToInt(node -> node.opened).sum() - 1;
    }

    private Node node(int inode) {
        return requireNonNull(nodes.get(inode), "no inode " + inode);
    }

    // ---- What it answers

    FsReply answer(Fs request) {
        return switch (request) {
            case ReqReadsuper r -> {
                isRoot = (r.flags() & Fs.IS_ROOT) != 0;
                yield open(r.transaction(), node(ROOT));
            }
            case ReqLookup r -> lookup(r);
            case ReqPutnode r -> {
                Node node = node(r.inode());
                node.opened -= r.count();
                node.covered &= node.opened > 0;
                yield ok(r.transaction());
            }
            case ReqCreate r -> create(r);
            case ReqRead r -> read(r);
            case ReqWrite r -> write(r);
            case ReqStat r -> stat(r);
            case ReqFtrunc r -> {
                node(r.inode()).data = Arrays.copyOf(node(r.inode()).data, (int) r.from());
                yield ok(r.transaction());
            }
            case ReqChmod r -> {
                node(r.inode()).mode = (node(r.inode()).mode & Stat.TYPE_MASK) | r.mode();
                yield ok(r.transaction());
            }
            case ReqUnlink r -> {
                String name = world.granted(r.nameGrant(), r.nameLength());
                Integer gone = node(r.directory()).names.remove(name);
                yield gone == null ? error(r.transaction(), Errno.ENOENT) : ok(r.transaction());
            }
            case ReqMkdir r ->
                    named(r.transaction(), r.directory(), r.nameGrant(), r.nameLength(), r.mode());
            case ReqMknod r ->
                    named(r.transaction(), r.directory(), r.nameGrant(), r.nameLength(), r.mode());
            case ReqSlink r -> slink(r);
            case ReqLink r -> {
                String name = world.granted(r.nameGrant(), r.nameLength());
                node(r.directory()).names.put(name, r.inode());
                yield ok(r.transaction());
            }
            case ReqRename r -> rename(r);
            case ReqRdlink r -> {
                world.put(r.grant(), node(r.inode()).text());
                yield new FsTransfer(r.transaction(), node(r.inode()).data.length, 0);
            }
            case ReqMountpoint r -> {
                node(r.inode()).covered = true;
                yield ok(r.transaction());
            }
            case ReqUnmount r -> ok(r.transaction());
            case ReqSync r -> ok(r.transaction());
            case ReqNewDriver r -> ok(r.transaction());
            default -> throw new IllegalStateException("not expected: " + request);
        };
    }

    private static FsReply ok(int transaction) {
        return new FsResult(transaction, 0);
    }

    private static FsReply error(int transaction, Errno error) {
        return new FsResult(transaction, error.status());
    }

    private static FsReply open(int transaction, Node node) {
        node.opened++;
        return new FsNode(transaction, node.inode, node.mode, node.data.length, node.device, 0, 0);
    }

    private FsReply lookup(ReqLookup request) {
        String path = world.granted(request.pathGrant(), request.pathLength());
        Node node = node(request.directory());
        int place = 0;
        for (String name : path.split("/", -1)) {
            int end = place + name.length();
            if (name.equals("..") && node.inode == ROOT && !isRoot) {
                return cross(request, FsReply.LEAVE_MOUNT, node, place, path);
            }
            @Nullable Integer next =
                    name.equals(".") || name.isEmpty()
                            ? Integer.valueOf(node.inode)
                            : node.names.get(name);
            if (next == null) {
                return error(request.transaction(), Errno.ENOENT);
            }
            node = node(next);
            if ((node.mode & Stat.TYPE_MASK) == Stat.SYMLINK
                    && (end < path.length() || (request.flags() & Fs.NO_FOLLOW) == 0)) {
                String target = node.text() + path.substring(end);
                world.put(request.pathGrant(), target);
                return cross(request, FsReply.SYMLINK, node, 0, target);
            }
            if (node.covered && !name.equals(".")) {
                return cross(request, FsReply.ENTER_MOUNT, node, end, path);
            }
            place = Math.min(end + 1, path.length());
        }
        return open(request.transaction(), node);
    }

    private static FsReply cross(
            ReqLookup request, int status, Node node, int offset, String path) {
        int links = status == FsReply.SYMLINK ? 1 : 0;
        return new FsCrossing(
                request.transaction(), status, node.inode, offset, links, path.length());
    }

    private FsReply create(ReqCreate request) {
        Node directory = node(request.directory());
        String name = world.granted(request.nameGrant(), request.nameLength());
        if (directory.names.containsKey(name)) {
            return error(request.transaction(), Errno.EEXIST);
        }
        Node node = new Node(++lastInode, request.mode());
        nodes.put(node.inode, node);
        directory.names.put(name, node.inode);
        return open(request.transaction(), node);
    }

    private FsReply named(int transaction, int directory, int grant, int length, int mode) {
        Node node = new Node(++lastInode, mode);
        nodes.put(node.inode, node);
        node(directory).names.put(world.granted(grant, length), node.inode);
        return ok(transaction);
    }

    private FsReply slink(ReqSlink request) {
        named(
                request.transaction(),
                request.directory(),
                request.nameGrant(),
                request.nameLength(),
                Stat.SYMLINK | 0777);
        String target = world.granted(request.targetGrant(), request.targetLength());
        node(lastInode).data = target.getBytes(StandardCharsets.ISO_8859_1);
        return ok(request.transaction());
    }

    private FsReply rename(ReqRename request) {
        String old = world.granted(request.oldGrant(), request.oldLength());
        Integer inode = node(request.oldDirectory()).names.remove(old);
        if (inode == null) {
            return error(request.transaction(), Errno.ENOENT);
        }
        String name = world.granted(request.newGrant(), request.newLength());
        node(request.newDirectory()).names.put(name, inode);
        return ok(request.transaction());
    }

    private FsReply read(ReqRead request) {
        byte[] data = node(request.inode()).data;
        int from = (int) Math.min(request.pos(), data.length);
        int count = Math.min(request.bytes(), data.length - from);
        String text = new String(data, from, count, StandardCharsets.ISO_8859_1);
        world.put(request.grant(), text);
        return new FsTransfer(request.transaction(), count, request.pos() + count);
    }

    private FsReply write(ReqWrite request) {
        Node node = node(request.inode());
        byte[] text =
                world.granted(request.grant(), request.bytes())
                        .getBytes(StandardCharsets.ISO_8859_1);
        int end = (int) request.pos() + text.length;
        node.data = Arrays.copyOf(node.data, Math.max(end, node.data.length));
        System.arraycopy(text, 0, node.data, (int) request.pos(), text.length);
        return new FsTransfer(request.transaction(), text.length, end);
    }

    private FsReply stat(ReqStat request) {
        Node node = node(request.inode());
        new Stat(node.inode, node.mode, 1, 0, 0, node.device, node.data.length, 0, 0, 0)
                .store(world.grantedMemory(request.grant()), world.grantedAddress(request.grant()));
        return ok(request.transaction());
    }
}
