package ring3.components.servers.vfs;

import java.util.function.Consumer;
import ring3.components.protocol.Fcntl;
import ring3.components.protocol.VfsReply.VfsPipe;
import ring3.components.servers.vfs.Pipe.Opening;
import ring3.syslib.Errno;
import ring3.syslib.Syslib;

/// Makes and opens pipes, with names and without.
final class Pipes {
    private final Syslib sys;
    private final Loans loans;
    private final Buffers buffers;

    Pipes(Syslib sys, Loans loans) {
        this.sys = sys;
        this.loans = loans;
        this.buffers = new Buffers(sys, Pipe.BYTES);
    }

    /// PIPE2: a pipe without a name and both its ends.
    void pipe(Call call, int flags) {
        Descriptors files = call.proc().files();
        int readEnd = files.lowestFree(0);
        int writeEnd = files.lowestFree(readEnd + 1);
        Pipe pipe = new Pipe(sys, buffers);
        boolean closeOnExec = (flags & Fcntl.O_CLOEXEC) != 0;
        files.set(readEnd, end(pipe, flags, Fcntl.O_RDONLY), closeOnExec);
        files.set(writeEnd, end(pipe, flags, Fcntl.O_WRONLY), closeOnExec);
        call.done(new VfsPipe(readEnd, writeEnd));
    }

    private Filp end(Pipe pipe, int flags, int mode) {
        boolean reads = mode == Fcntl.O_RDONLY;
        PipeEnd end = new PipeEnd(pipe, loans, reads, !reads);
        return new Filp(end, null, mode | (flags & Fcntl.O_NONBLOCK));
    }

    /// Opens a named pipe. Whoever comes first waits for the other side, so that neither finds the
    /// pipe at its end before it has begun; who opens it for both or may not wait does not.
    void open(Call call, Vnode node, int flags, Consumer<Stream> opened) {
        int mode = flags & Fcntl.O_ACCMODE;
        boolean mayWait = (flags & Fcntl.O_NONBLOCK) == 0;
        Pipe pipe = node.pipe();
        boolean hasReaders = pipe != null && pipe.hasReaders();
        if (mode == Fcntl.O_WRONLY && !mayWait && !hasReaders) {
            throw new Refused(Errno.ENXIO);
        }
        if (pipe == null || !pipe.isOpen()) {
            pipe = new Pipe(sys, buffers);
            node.setPipe(pipe);
        }
        PipeEnd end = new PipeEnd(pipe, loans, mode != Fcntl.O_WRONLY, mode != Fcntl.O_RDONLY);
        if (mayWait) {
            pipe.open(new Opening(call, end, opened));
        } else {
            pipe.wakeOpenings();
            opened.accept(end);
        }
    }
}
