package ring3.hardware;

import jdk.internal.vm.Continuation;
import jdk.internal.vm.ContinuationScope;

/// What the processor keeps of a process while others run: its stack and its counters. This is the
/// only class that knows how a process is suspended: code that is left in the middle is taken up
/// again where it was.
public final class Coroutine {
    private static final ContinuationScope SCOPE = new ContinuationScope("process");

    private final Continuation continuation;
    private final Meter meter;

    /// A process that has not begun: it will run `body`, counted by `meter`.
    public Coroutine(Runnable body, Meter meter) {
        continuation = new Continuation(SCOPE, body);
        this.meter = meter;
    }

    /// Runs the body from where it was left until it is left again or ends.
    public void run() {
        Meter before = Hart.swap(meter);
        continuation.run();
        Hart.swap(before);
    }

    /// Whether the body has ended.
    public boolean isDone() {
        return continuation.isDone();
    }

    /// The body cannot be left where it is: something of the host lies between its calls, or its
    /// stack is deeper than the host can keep. All that can be done is to leave it for good.
    public static final class Stuck extends Error {
        private static final long serialVersionUID = 1L;

        Stuck(Throwable cause) {
            super("stuck", cause);
        }
    }

    /// Leaves the body that is running now.
    ///
    /// @throws Stuck when that is not possible
    public static void suspend() {
        try {
            boolean left = Continuation.yield(SCOPE);
            assert left : "what cannot be left throws";
        } catch (IllegalStateException | StackOverflowError impossible) {
            throw new Stuck(impossible);
        }
    }

    /// Where the suspended body is, innermost call first; empty when it has not begun or has ended.
    public StackTraceElement[] stack() {
        return continuation.isDone() ? new StackTraceElement[0] : continuation.getStackTrace();
    }
}
