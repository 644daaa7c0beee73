package ring3.hardware;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongUnaryOperator;

/// The thread of an emulated processor, and the instructions by which the text of a program counts
/// itself down. The loader puts calls of the static methods into every method, loop and allocation
/// of a program; the programs themselves cannot name this class.
///
/// On a thread that is no hart the text runs uncounted, as it does in the tests of a component.
public final class Hart extends Thread {
    /// Room for the deepest stack that a process may have, and for what the host puts between.
    private static final long HOST_STACK_BYTES = 64L << 20;

    /// A text is let off its smallest change: a fuel of so many instructions is counted in a local
    /// variable of a loop before it is taken from the meter.
    public static final int LOOP_INSTRUCTIONS = 256;

    private static final Meter UNCOUNTED = uncounted();

    private Meter meter = UNCOUNTED;

    /// A hart that will do `work`.
    public Hart(String name, Runnable work) {
        super(null, work, name, HOST_STACK_BYTES);
    }

    /// Does `work` on a hart: on this thread when it is one, else on the one that all other threads
    /// share, which is waited for. What `work` throws comes out here.
    ///
    /// A process that was left on one hart must be taken up on the same: the host's compiler takes
    /// it for granted that a method ends on the thread on which it began.
    public static void on(Runnable work) {
        if (Thread.currentThread() instanceof Hart) {
            work.run();
            return;
        }
        Future<?> done = Shared.HARTS.submit(work);
        boolean interrupted = false;
        while (!done.isDone()) {
            try {
                done.get();
            } catch (InterruptedException wake) {
                interrupted = true;
            } catch (ExecutionException failed) {
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (done.state() == Future.State.FAILED) {
            rethrow(done.exceptionNow());
        }
    }

    private static void rethrow(Throwable thrown) {
        switch (thrown) {
            case RuntimeException problem -> throw problem;
            case Error problem -> throw problem;
            default -> throw new AssertionError("work throws nothing that is checked", thrown);
        }
    }

    /// Made when the first thread that is no hart needs it.
    private static final class Shared {
        static final ExecutorService HARTS = Executors.newSingleThreadExecutor(Shared::hart);

        private static Hart hart(Runnable work) {
            Hart hart = new Hart("hart", work);
            hart.setDaemon(true);
            return hart;
        }
    }

    /// Counts on another meter from here on. Returns the one before.
    public static Meter swap(Meter next) {
        if (!(Thread.currentThread() instanceof Hart hart)) {
            return UNCOUNTED;
        }
        Meter before = hart.meter;
        hart.meter = next;
        return before;
    }

    /// From here on the process that runs keeps what `live` counts: given a limit it tells how many
    /// bytes are in use, at least up to that limit.
    public static void keeps(LongUnaryOperator live) {
        if (Thread.currentThread() instanceof Hart hart) {
            hart.meter.live = live;
        }
    }

    private static Meter uncounted() {
        Meter[] self = new Meter[1];
        Meter.Supervisor endless =
                new Meter.Supervisor() {
                    @Override
                    public void timer() {
                        self[0].grant(Integer.MAX_VALUE);
                    }

                    @Override
                    public void stackOverflow() {
                        throw new StackOverflowError();
                    }

                    @Override
                    public void outOfMemory() {
                        throw new OutOfMemoryError();
                    }
                };
        self[0] = new Meter(endless, Integer.MAX_VALUE);
        return self[0];
    }

    // ---- What the text of a program calls

    /// A method begins that costs `cost` instructions besides its loops and needs `words` of stack.
    /// Returns the words that are left, for [#caught].
    public static int enter(int cost, int words) {
        if (!(Thread.currentThread() instanceof Hart hart)) {
            return 0;
        }
        Meter meter = hart.meter;
        int left = meter.stack -= words;
        if ((meter.fuel -= cost) < 0) {
            meter.timer();
        }
        if (left < 0) {
            meter.stackOverflow();
        }
        return left;
    }

    /// The method that needed `words` of stack ends.
    public static void leave(int words) {
        if (Thread.currentThread() instanceof Hart hart) {
            hart.meter.stack += words;
        }
    }

    /// So many instructions were executed.
    public static void spend(int instructions) {
        if (Thread.currentThread() instanceof Hart hart && (hart.meter.fuel -= instructions) < 0) {
            hart.meter.timer();
        }
    }

    /// A handler of a method begins; when the method began `left` words of stack were left. What
    /// the host cannot do is not for the program to catch.
    public static void caught(Throwable thrown, int left) {
        if (!(Thread.currentThread() instanceof Hart hart)) {
            return;
        }
        Meter meter = hart.meter;
        meter.stack = left;
        switch (thrown) {
            case Coroutine.Stuck stuck -> throw stuck;
            case StackOverflowError _ -> meter.stackOverflow();
            case OutOfMemoryError _ -> meter.outOfMemory();
            default -> spend(HANDLER_INSTRUCTIONS);
        }
    }

    /// The host writes down where an exception came from, which takes it a while.
    private static final int HANDLER_INSTRUCTIONS = 1000;

    /// So many bytes are about to be allocated.
    public static void allocate(int bytes) {
        if (Thread.currentThread() instanceof Hart hart && (hart.meter.heap -= bytes) < 0) {
            hart.meter.full(bytes);
        }
    }

    private static final int ARRAY_BYTES = 16;
    private static final int WORD_BYTES = 8;

    /// An array of `length` elements of `elementBytes` is about to be allocated, and filled with
    /// zeros. A negative length is for the processor to complain about.
    public static void allocateArray(int length, int elementBytes) {
        large(ARRAY_BYTES + (long) length * elementBytes);
    }

    /// An array of `rows` arrays of `columns` elements is about to be allocated.
    public static void allocateMatrix(int rows, int columns, int elementBytes) {
        if (rows > 0) {
            large(rows * (2L * ARRAY_BYTES + (long) columns * elementBytes));
        }
    }

    private static void large(long bytes) {
        if (bytes > 0) {
            spend((int) Math.min(bytes / WORD_BYTES, Integer.MAX_VALUE / 2));
            allocate((int) Math.min(bytes, Integer.MAX_VALUE));
        }
    }

    private static final int ELEMENT_INSTRUCTIONS = 4;
    private static final int ELEMENT_BYTES = 8;
    private static final int CHARACTER_BYTES = 2;

    /// The library is about to go through `whole` and through all that it holds.
    public static void charge(Object whole) {
        Weight.of(whole);
    }

    /// The library is about to copy `whole`.
    public static void chargeCopy(Object whole) {
        long weight = Weight.of(whole);
        if (whole instanceof CharSequence) {
            allocate((int) Math.min(weight * CHARACTER_BYTES, Integer.MAX_VALUE));
        } else {
            long elements = weight < Integer.MAX_VALUE ? Weight.size(whole) : weight;
            allocate((int) Math.min(elements * ELEMENT_BYTES, Integer.MAX_VALUE));
        }
    }

    /// The library is about to do something `times` times, and perhaps to make so many things.
    public static void charge(int times) {
        charge((long) times);
    }

    private static void charge(long times) {
        if (times > 0) {
            spend((int) Math.min(times * ELEMENT_INSTRUCTIONS, Integer.MAX_VALUE / 2));
            allocate((int) Math.min(times * ELEMENT_BYTES, Integer.MAX_VALUE));
        }
    }

    /// The library is about to do something once for each number from `from` to `to`.
    public static void chargeSpan(int from, int to) {
        charge((long) to - from + 1);
    }

    /// The library is about to copy `whole` so many times.
    public static void chargeProduct(Object whole, int times) {
        charge((long) Weight.size(whole) * Math.max(times, 0));
    }

    /// The library is about to put a text together of the texts in `others`, with a copy of the
    /// text `whole` for each of them.
    public static void chargeProduct(Object whole, Object others) {
        long characters = Weight.of(others) + (long) Weight.size(whole) * Weight.size(others);
        spend((int) Math.min(characters, Integer.MAX_VALUE / 2));
        allocate((int) Math.min(characters * CHARACTER_BYTES, Integer.MAX_VALUE));
    }
}
