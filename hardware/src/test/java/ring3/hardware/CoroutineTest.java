package ring3.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoroutineTest {
    private final List<String> said = new ArrayList<>();

    private Coroutine coroutine(Runnable body) {
        Meter.Supervisor nobody =
                new Meter.Supervisor() {
                    @Override
                    public void timer() {}

                    @Override
                    public void stackOverflow() {}

                    @Override
                    public void outOfMemory() {}
                };
        return new Coroutine(body, new Meter(nobody, Meter.HEAP_BYTES));
    }

    @Test
    void whatWasLeftIsTakenUpWhereItWas() {
        Coroutine coroutine =
                coroutine(() -> {
                    said.add("one");
                    Coroutine.suspend();
                    said.add("two");
                });

        coroutine.run();
        assertEquals(List.of("one"), said);
        assertFalse(coroutine.isDone());
        coroutine.run();
        assertEquals(List.of("one", "two"), said);
        assertTrue(coroutine.isDone());
    }

    /// The host initializes a class from a place of its own, which nobody can leave.
    private static final class LeavesWhileInitialized {
        static final int[] VALUES = values();

        private static int[] values() {
            Coroutine.suspend();
            return new int[1];
        }
    }

    @Test
    void whatCannotBeLeftIsStuckAndCanEnd() {
        Coroutine coroutine =
                coroutine(() -> {
                    try {
                        said.add("made " + LeavesWhileInitialized.VALUES.length);
                    } catch (Coroutine.Stuck stuck) {
                        said.add(String.valueOf(stuck.getMessage()));
                    }
                    Coroutine.suspend();
                    said.add("goes on");
                });

        coroutine.run();
        assertEquals(List.of("stuck"), said);
        coroutine.run();
        assertEquals(List.of("stuck", "goes on"), said);
    }
}
