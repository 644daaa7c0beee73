package ring3.kernel.core;

import module ring3.events;

import jdk.internal.vm.Continuation;
import jdk.internal.vm.ContinuationScope;
import org.jspecify.annotations.Nullable;

/// The stack of a process: code that can be left in the middle and taken up again. This is the only
/// class that knows how a process is suspended.
final class Coroutine {
    private static final ContinuationScope SCOPE = new ContinuationScope("process");

    private final Continuation continuation;

    Coroutine(Runnable body) {
        continuation = new Continuation(SCOPE, body);
    }

    /// Runs the body from where it was left until it is left again or ends.
    void run() {
        continuation.run();
    }

    /// Whether the body has ended.
    boolean isDone() {
        return continuation.isDone();
    }

    /// Leaves the body that is running now.
    static void suspend() {
        boolean left = Continuation.yield(SCOPE);
        assert left : "a process must be able to leave the processor wherever it enters the kernel";
    }

    /// Where the suspended body is in its own text, not counting what it called of the system
    /// library; null when it has not begun or has ended.
    @Nullable SourceLine line() {
        return continuation.isDone() ? null : SourceLine.of(continuation.getStackTrace());
    }
}
