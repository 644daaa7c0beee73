package ring3.hardware;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A computer under test, with an idle CPU that lets time pass and answers interrupts.
final class Workbench {
    static final int MASTER_VECTOR = 0x50;
    static final int SLAVE_VECTOR = 0x70;

    final Computer computer;

    Workbench() {
        this(null, null);
    }

    Workbench(@Nullable DiskImage drive0, @Nullable DiskImage drive1) {
        computer = new Computer(1 << 20, drive0, drive1, DiskTiming.DEFAULT);
        initializePic();
    }

    /// The initialization of MINIX, but with every line open.
    private void initializePic() {
        out(0x20, 0x11);
        out(0x21, MASTER_VECTOR, 0x04, 0x05, 0x00);
        out(0xa0, 0x11);
        out(0xa1, SLAVE_VECTOR, 0x02, 0x01, 0x00);
    }

    void out(int port, int... values) {
        for (int value : values) {
            computer.bus().out(port, value, 1);
        }
    }

    int in(int port) {
        return computer.bus().in(port, 1);
    }

    /// Gives drive 0 a command by logical block address.
    void diskCommand(int code, int lba, int count) {
        out(0x1f6, 0xe0 | (lba >> 24));
        out(0x1f2, count);
        out(0x1f3, lba & 0xff);
        out(0x1f4, (lba >> 8) & 0xff);
        out(0x1f5, (lba >> 16) & 0xff);
        out(0x1f7, code);
    }

    long now() {
        return computer.clock().nanos();
    }

    /// Lets time pass in the steps of an idle machine, from deadline to deadline.
    void pass(long nanos) {
        VirtualClock clock = computer.clock();
        long end = clock.nanos() + nanos;
        while (clock.nextDeadline() <= end) {
            clock.advanceTo(clock.nextDeadline());
            clock.runDue();
        }
        clock.advanceTo(end);
    }

    /// Takes the waiting interrupt and ends it at once; -1 if there is none.
    int takeInterrupt() {
        Pic pic = computer.pic();
        if (!pic.requests()) {
            return -1;
        }
        int vector = pic.acknowledge();
        endInterrupt(vector);
        return vector;
    }

    private void endInterrupt(int vector) {
        if (vector >= SLAVE_VECTOR) {
            out(0xa0, 0x20);
        }
        out(0x20, 0x20);
    }

    /// Lets time pass until an interrupt comes, and takes it.
    int awaitInterrupt() {
        Pic pic = computer.pic();
        VirtualClock clock = computer.clock();
        while (!pic.requests()) {
            assert clock.nextDeadline() != VirtualClock.NEVER : "nothing will ever interrupt";
            clock.advanceTo(clock.nextDeadline());
            clock.runDue();
        }
        return takeInterrupt();
    }

    /// The vectors of all interrupts in the time to come.
    List<Integer> interruptsDuring(long nanos) {
        var vectors = new ArrayList<Integer>();
        long end = now() + nanos;
        VirtualClock clock = computer.clock();
        while (clock.nextDeadline() <= end) {
            clock.advanceTo(clock.nextDeadline());
            clock.runDue();
            if (computer.pic().requests()) {
                vectors.add(takeInterrupt());
            }
        }
        clock.advanceTo(end);
        return vectors;
    }
}
