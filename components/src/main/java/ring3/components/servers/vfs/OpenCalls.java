package ring3.components.servers.vfs;

import java.util.function.Consumer;
import ring3.components.protocol.Fcntl;
import ring3.components.protocol.Fs.ReqCreate;
import ring3.components.protocol.Fs.ReqFtrunc;
import ring3.components.protocol.FsReply;
import ring3.components.protocol.FsReply.FsNode;
import ring3.components.protocol.FsReply.FsResult;
import ring3.components.protocol.Stat;
import ring3.components.protocol.Vfs.VfsOpen;
import ring3.syslib.Errno;

/// OPEN: from a path to a descriptor (minix: servers/vfs/open.c).
final class OpenCalls {
    private static final int PERMISSIONS = 07777;
    private static final int ROOT_USER = 0;

    /// What a process wants to open and how.
    private record Request(Call call, String path, int flags, int mode) {
        boolean has(int flag) {
            return (flags & flag) != 0;
        }

        boolean writes() {
            return (flags & Fcntl.O_ACCMODE) != Fcntl.O_RDONLY;
        }
    }

    private final Lookup lookup;
    private final Loans loans;
    private final CharacterDevices characterDevices;
    private final BlockDevices blockDevices;
    private final Pipes pipes;

    OpenCalls(
            Lookup lookup,
            Loans loans,
            CharacterDevices characterDevices,
            BlockDevices blockDevices,
            Pipes pipes) {
        this.lookup = lookup;
        this.loans = loans;
        this.characterDevices = characterDevices;
        this.blockDevices = blockDevices;
        this.pipes = pipes;
    }

    /// Opens, after making the file if O_CREAT says so.
    void open(Call call, VfsOpen open) {
        if ((open.flags() & Fcntl.O_ACCMODE) == Fcntl.O_ACCMODE) {
            throw new Refused(Errno.EINVAL);
        }
        String path = loans.path(call, open.path(), open.length());
        call.proc().files().lowestFree(0);
        Request request = new Request(call, path, open.flags(), open.mode());
        if (request.has(Fcntl.O_CREAT)) {
            openOrCreate(request);
        } else {
            lookup.find(call, path, 0, node -> existing(request, node));
        }
    }

    private void openOrCreate(Request request) {
        lookup.find(
                request.call(),
                request.path(),
                0,
                node -> {
                    if (request.has(Fcntl.O_EXCL)) {
                        throw new Refused(Errno.EEXIST);
                    }
                    existing(request, node);
                },
                status -> {
                    if (status != Errno.ENOENT.status()) {
                        throw new Refused(status);
                    }
                    create(request);
                });
    }

    private void create(Request request) {
        if (request.path().endsWith("/")) {
            throw new Refused(Errno.EISDIR);
        }
        lookup.parent(
                request.call(),
                request.path(),
                (directory, name) -> {
                    directory.mount().requireWritable();
                    int grant = loans.ofName(request.call(), directory.server(), name);
                    int mode = request.mode() & PERMISSIONS & ~request.call().proc().umask();
                    directory
                            .mount()
                            .request(
                                    request.call(),
                                    id ->
                                            new ReqCreate(
                                                    id,
                                                    directory.inode(),
                                                    grant,
                                                    name.length(),
                                                    Stat.REGULAR | mode,
                                                    ROOT_USER,
                                                    ROOT_USER),
                                    reply -> created(request, directory.mount(), reply));
                });
    }

    private void created(Request request, Mount mount, FsReply reply) {
        boolean lostRace = reply.type() == Errno.EEXIST.status() && !request.has(Fcntl.O_EXCL);
        if (lostRace) {
            lookup.find(request.call(), request.path(), 0, node -> existing(request, node));
        } else {
            FsNode node = Mount.checked(FsNode.class, reply);
            finish(request, mount.opened(request.call(), node));
        }
    }

    private void existing(Request request, Vnode node) {
        if (node.isDirectory() && request.writes()) {
            throw new Refused(Errno.EISDIR);
        }
        if (request.has(Fcntl.O_DIRECTORY)) {
            Lookup.requireDirectory(node);
        }
        if (node.isRegular() && request.writes()) {
            node.mount().requireWritable();
        }
        if (node.isRegular() && request.writes() && request.has(Fcntl.O_TRUNC)) {
            truncate(request.call(), node, 0, () -> finish(request, node));
        } else {
            finish(request, node);
        }
    }

    /// Cuts or extends a file, then does `next`.
    static void truncate(Call call, Vnode node, long size, Runnable next) {
        node.mount()
                .ask(
                        call,
                        FsResult.class,
                        id -> new ReqFtrunc(id, node.inode(), size, 0),
                        _ -> {
                            node.resize(size);
                            next.run();
                        });
    }

    private void finish(Request request, Vnode node) {
        openStream(request, node, stream -> install(request, node, stream));
    }

    private void openStream(Request request, Vnode node, Consumer<Stream> opened) {
        Call call = request.call();
        switch (node.fileType()) {
            case Stat.CHARACTER ->
                    characterDevices.open(call, node.device(), request.flags(), opened);
            case Stat.BLOCK -> blockDevices.open(call, node.device(), opened);
            case Stat.FIFO -> pipes.open(call, node, request.flags(), opened);
            default -> opened.accept(new RegularFile(node, loans));
        }
    }

    private static void install(Request request, Vnode node, Stream stream) {
        Descriptors files = request.call().proc().files();
        int fd = files.lowestFree(0);
        files.set(fd, new Filp(stream, node.dup(), request.flags()), request.has(Fcntl.O_CLOEXEC));
        request.call().done(fd);
    }
}
