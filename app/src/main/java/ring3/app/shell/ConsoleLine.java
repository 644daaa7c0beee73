package ring3.app.shell;

import ring3.app.session.Input;
import ring3.app.session.LineReads;
import ring3.app.session.Session;

/// Hands the host's input to the first serial line, no faster than somebody in the machine takes
/// it.
final class ConsoleLine {
    private static final int LINE = 0;
    private static final int END_OF_FILE = 'D' & 0x1f;

    private final HostInput input;
    private final LineReads reads;
    private final boolean interactive;

    /// @param interactive what is typed goes to the machine at once, so that the keys for
    ///   interrupts work; else it waits until a program reads, so that nothing is lost
    ConsoleLine(HostInput input, LineReads reads, boolean interactive) {
        this.input = input;
        this.reads = reads;
        this.interactive = interactive;
    }

    /// Hands over what is there and finds room.
    void feed(Session session) {
        if (wantsInput()) {
            input.start();
            while (input.isReady() && take(session, input.peek())) {
                input.remove();
            }
        }
    }

    /// Whether the machine may get a byte now.
    boolean wantsInput() {
        return interactive ? reads.hasBegun() : reads.isWaiting();
    }

    private static boolean take(Session session, int value) {
        return session.machine().computer().serial(LINE).canReceive()
                && session.apply(new Input.Receive(LINE, value));
    }

    /// Tells a program that waits for more that there is none. Each read is told anew, as on a
    /// terminal.
    void feedEnd(Session session) {
        if (reads.isWaiting() && input.isAtEnd()) {
            take(session, END_OF_FILE);
        }
    }

    /// Whether input is on its way through the line.
    boolean isBusy() {
        return wantsInput() && input.isReady();
    }

    /// Whether the person or program outside may still say something that is waited for.
    boolean mayHearMore() {
        return wantsInput() && !input.isAtEnd();
    }
}
