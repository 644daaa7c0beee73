package ring3.components.servers.vfs;

/// A read or write of a pipe and how far it has got.
final class PipeTransfer {
    private final Call call;
    private final Loans loans;
    private int address;
    private int left;
    private int moved;

    PipeTransfer(Call call, Loans loans, int address, int bytes) {
        this.call = call;
        this.loans = loans;
        this.address = address;
        this.left = bytes;
    }

    Call call() {
        return call;
    }

    int left() {
        return left;
    }

    /// How much room a write needs to go on: a short one goes in whole or not at all.
    int needs() {
        return moved == 0 && left <= Pipe.ATOMIC_BYTES ? left : 1;
    }

    /// Moves `bytes` between a place in our memory and the next place in the process.
    void copy(int place, int bytes, boolean out) {
        if (bytes > 0) {
            if (out) {
                loans.copyOut(call, place, address, bytes);
            } else {
                loans.copyIn(call, address, place, bytes);
            }
            address += bytes;
            left -= bytes;
            moved += bytes;
        }
    }

    /// Ends the call: with the count if anything was moved, else with `status`.
    void finish(int status) {
        call.done(moved > 0 ? moved : status);
    }
}
