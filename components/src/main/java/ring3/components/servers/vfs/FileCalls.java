package ring3.components.servers.vfs;

import ring3.components.protocol.Fcntl;
import ring3.components.protocol.Fs.ReqGetdents;
import ring3.components.protocol.Fs.ReqStat;
import ring3.components.protocol.Fs.ReqSync;
import ring3.components.protocol.FsReply.FsTransfer;
import ring3.components.protocol.Stat;
import ring3.components.protocol.Vfs.VfsFstat;
import ring3.components.protocol.Vfs.VfsFtruncate;
import ring3.components.protocol.Vfs.VfsGetdents;
import ring3.components.protocol.Vfs.VfsIoctl;
import ring3.components.protocol.Vfs.VfsLseek;
import ring3.components.protocol.Vfs.VfsRead;
import ring3.components.protocol.Vfs.VfsWrite;
import ring3.components.protocol.VfsReply.VfsOffset;
import ring3.syslib.Errno;
import ring3.syslib.GrantTable;
import ring3.syslib.Syslib;

/// The calls that name a file by its descriptor (minix: servers/vfs/read.c, misc.c, stadir.c).
final class FileCalls {
    private final Syslib sys;
    private final Loans loans;
    private final Buffers stats;

    FileCalls(Syslib sys, Loans loans) {
        this.sys = sys;
        this.loans = loans;
        this.stats = new Buffers(sys, Stat.BYTES);
    }

    private static Filp filp(Call call, int fd) {
        return call.proc().files().get(fd);
    }

    void read(Call call, VfsRead read) {
        Filp filp = filp(call, read.fd());
        if (!filp.readable()) {
            throw new Refused(Errno.EBADF);
        }
        if (!nothingToMove(call, read.bytes())) {
            filp.stream().read(call, filp, read.address(), read.bytes());
        }
    }

    void write(Call call, VfsWrite write) {
        Filp filp = filp(call, write.fd());
        if (!filp.writable()) {
            throw new Refused(Errno.EBADF);
        }
        if (!nothingToMove(call, write.bytes())) {
            filp.stream().write(call, filp, write.address(), write.bytes());
        }
    }

    private static boolean nothingToMove(Call call, int bytes) {
        if (bytes < 0) {
            throw new Refused(Errno.EINVAL);
        }
        if (bytes == 0) {
            call.done(0);
        }
        return bytes == 0;
    }

    void lseek(Call call, VfsLseek seek) {
        Filp filp = filp(call, seek.fd());
        if (!filp.stream().seekable()) {
            throw new Refused(Errno.ESPIPE);
        }
        long position = base(filp, seek.whence()) + seek.offset();
        if (position < 0) {
            throw new Refused(Errno.EINVAL);
        }
        filp.moveTo(position);
        call.done(new VfsOffset(position));
    }

    private static long base(Filp filp, int whence) {
        Vnode node = filp.node();
        return switch (whence) {
            case Fcntl.SEEK_SET -> 0;
            case Fcntl.SEEK_CUR -> filp.position();
            case Fcntl.SEEK_END -> node == null ? 0 : node.size();
            default -> throw new Refused(Errno.EINVAL);
        };
    }

    void close(Call call, int fd) {
        filp(call, fd);
        call.proc().files().close(fd);
        call.done(0);
    }

    void ioctl(Call call, VfsIoctl ioctl) {
        filp(call, ioctl.fd()).stream().control(call, ioctl.request(), ioctl.address());
    }

    // ---- What only files of a file server can do

    private static Vnode node(Filp filp) {
        Vnode node = filp.node();
        if (node == null) {
            throw new Refused(Errno.EINVAL);
        }
        return node;
    }

    void fstat(Call call, VfsFstat fstat) {
        Vnode node = filp(call, fstat.fd()).node();
        if (node == null) {
            statPipe(call, fstat.address());
        } else {
            stat(call, node, fstat.address());
        }
    }

    /// Has the file server store what it knows of a file in the caller's memory.
    void stat(Call call, Vnode node, int address) {
        int grant = loans.ofUser(call, node.server(), address, Stat.BYTES, GrantTable.WRITE);
        node.mount().finish(call, id -> new ReqStat(id, node.inode(), grant));
    }

    /// A pipe without a name has no file server to ask.
    private void statPipe(Call call, int address) {
        int buffer = stats.take(call);
        new Stat(0, Stat.FIFO | 0600, 0, 0, 0, 0, 0, 0, 0, 0).store(sys.memory(), buffer);
        loans.copyOut(call, buffer, address, Stat.BYTES);
        call.done(0);
    }

    void getdents(Call call, VfsGetdents getdents) {
        Filp filp = filp(call, getdents.fd());
        Vnode node = node(filp);
        Lookup.requireDirectory(node);
        int bytes = getdents.bytes();
        int grant = loans.ofUser(call, node.server(), getdents.address(), bytes, GrantTable.WRITE);
        node.mount()
                .ask(
                        call,
                        FsTransfer.class,
                        id -> new ReqGetdents(id, node.inode(), filp.position(), grant, bytes),
                        moved -> {
                            filp.moveTo(moved.newPos());
                            call.done(moved.bytes());
                        });
    }

    void ftruncate(Call call, VfsFtruncate truncate) {
        Filp filp = filp(call, truncate.fd());
        Vnode node = node(filp);
        if (!filp.writable() || !node.isRegular() || truncate.size() < 0) {
            throw new Refused(Errno.EINVAL);
        }
        OpenCalls.truncate(call, node, truncate.size(), () -> call.done(0));
    }

    /// A file server writes back everything or nothing, so this does more than it has to.
    void fsync(Call call, int fd) {
        node(filp(call, fd)).mount().finish(call, ReqSync::new);
    }
}
