package ring3.components.servers.vfs;

import ring3.components.protocol.Fcntl;

/// An open end of a pipe; a named pipe may be open for both directions at once.
final class PipeEnd implements Stream {
    private final Pipe pipe;
    private final Loans loans;
    private final boolean reads;
    private final boolean writes;

    /// Opens an end.
    PipeEnd(Pipe pipe, Loans loans, boolean reads, boolean writes) {
        this.pipe = pipe;
        this.loans = loans;
        this.reads = reads;
        this.writes = writes;
        pipe.attach(reads, writes);
    }

    /// Whether it can be read.
    boolean reads() {
        return reads;
    }

    @Override
    public void read(Call call, Filp filp, int address, int bytes) {
        pipe.read(new PipeTransfer(call, loans, address, bytes), mayWait(filp));
    }

    @Override
    public void write(Call call, Filp filp, int address, int bytes) {
        pipe.write(new PipeTransfer(call, loans, address, bytes), mayWait(filp));
    }

    private static boolean mayWait(Filp filp) {
        return !filp.has(Fcntl.O_NONBLOCK);
    }

    @Override
    public void close() {
        pipe.detach(reads, writes);
    }
}
