package ring3.components.lib.posix;

import java.util.ArrayList;
import java.util.List;
import ring3.components.protocol.Dirent;
import ring3.components.protocol.Fcntl;
import ring3.components.protocol.Stat;
import ring3.components.protocol.Vfs;
import ring3.components.protocol.VfsReply;
import ring3.syslib.Endpoint;
import ring3.syslib.Message;
import ring3.syslib.Syslib;

/// Calls on open files, by descriptor. Those that return an `int` return zero or more on success
/// and a negative error number on failure.
public final class Files {
    private final Syslib sys;
    private final Areas areas;

    Files(Syslib sys, Areas areas) {
        this.sys = sys;
        this.areas = areas;
    }

    /// Reads at most `count` bytes, fewer when there are no more now. Returns 0 at the end.
    public int read(int fd, byte[] into, int offset, int count) {
        int bytes = Math.min(count, Areas.TRANSFER_BYTES);
        int got = call(new Vfs.VfsRead(fd, areas.transfer(), bytes));
        if (got > 0) {
            areas.memory().get(areas.transfer(), into, offset, got);
        }
        return got;
    }

    /// Writes all `count` bytes, however many requests that takes. Returns 0 or the error.
    public int write(int fd, byte[] from, int offset, int count) {
        for (int done = 0; done < count; ) {
            int bytes = Math.min(count - done, Areas.TRANSFER_BYTES);
            areas.memory().put(areas.transfer(), from, offset + done, bytes);
            int status = writeTransfer(fd, bytes);
            if (status < 0) {
                return status;
            }
            done += bytes;
        }
        return 0;
    }

    /// Reads what `from` has now and returns the count, for [#passOn]: the bytes stay where they
    /// are in memory, so a copy costs the program nothing.
    public int take(int from) {
        return call(new Vfs.VfsRead(from, areas.transfer(), Areas.TRANSFER_BYTES));
    }

    /// Writes the `count` bytes that [#take] read. Returns 0 or the error.
    public int passOn(int to, int count) {
        return writeTransfer(to, count);
    }

    private int writeTransfer(int fd, int count) {
        for (int done = 0; done < count; ) {
            int status = call(new Vfs.VfsWrite(fd, areas.transfer() + done, count - done));
            if (status < 0) {
                return status;
            }
            done += status;
        }
        return 0;
    }

    /// Closes a descriptor.
    public int close(int fd) {
        return call(new Vfs.VfsClose(fd));
    }

    /// Moves the position of an open file; `whence` is one of SEEK_SET, SEEK_CUR, SEEK_END. Returns
    /// the new position.
    public long lseek(int fd, long offset, int whence) {
        Message reply = sys.sendrec(Endpoint.VFS, new Vfs.VfsLseek(fd, offset, whence));
        return reply instanceof VfsReply.VfsOffset(long position) ? position : reply.type();
    }

    /// Makes a pipe.
    public Outcome<VfsReply.VfsPipe> pipe() {
        Message reply = sys.sendrec(Endpoint.VFS, new Vfs.VfsPipe2(0));
        return reply instanceof VfsReply.VfsPipe ends
                ? new Outcome.Success<>(ends)
                : Outcome.failure(reply.type());
    }

    /// Makes `newFd` mean what `fd` means.
    public int dup2(int fd, int newFd) {
        return call(new Vfs.VfsFcntl(fd, Fcntl.F_DUP2, newFd));
    }

    /// Duplicates `fd` to the lowest free descriptor that is not below `lowest`; exec closes it.
    public int dupForSelf(int fd, int lowest) {
        int copy = call(new Vfs.VfsFcntl(fd, Fcntl.F_DUPFD, lowest));
        if (copy >= 0) {
            call(new Vfs.VfsFcntl(copy, Fcntl.F_SETFD, Fcntl.FD_CLOEXEC));
        }
        return copy;
    }

    /// What kind of file a descriptor means.
    public Outcome<Stat> fstat(int fd) {
        int status = call(new Vfs.VfsFstat(fd, areas.transfer()));
        return status < 0
                ? Outcome.failure(status)
                : new Outcome.Success<>(Stat.load(areas.memory(), areas.transfer()));
    }

    /// The next entries of an open directory; none at the end.
    public Outcome<List<Dirent>> getdents(int fd) {
        int start = areas.transfer();
        int bytes = call(new Vfs.VfsGetdents(fd, start, Areas.TRANSFER_BYTES));
        if (bytes < 0) {
            return Outcome.failure(bytes);
        }
        List<Dirent> entries = new ArrayList<>();
        for (int at = start; at < start + bytes; at += entries.getLast().bytes()) {
            entries.add(Dirent.load(areas.memory(), at));
        }
        return new Outcome.Success<>(entries);
    }

    /// Sets which permissions new files do not get. Returns the former mask.
    public int umask(int mask) {
        return call(new Vfs.VfsUmask(mask));
    }

    /// Writes all file systems back.
    public int sync() {
        return call(new Vfs.VfsSync());
    }

    private int call(Vfs request) {
        return sys.call(Endpoint.VFS, request);
    }
}
