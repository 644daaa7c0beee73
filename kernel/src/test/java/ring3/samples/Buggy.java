package ring3.samples;

import ring3.syslib.Program;
import ring3.syslib.Syslib;

/// One program for each exception of the processor. Tests expect the fault in this file.
public enum Buggy implements Program {
    /// Follows a null pointer.
    NULL_POINTER {
        @Override
        public void run(Syslib sys) {
            sys.memory().putInt(zero(sys), nothing().length());
        }
    },
    /// Divides by zero.
    DIVISION {
        @Override
        public void run(Syslib sys) {
            sys.memory().putInt(sys.startup().heapStart(), 1 / sys.memory().getInt(zero(sys)));
        }
    },
    /// Reads memory that it does not have.
    WILD_READ {
        @Override
        public void run(Syslib sys) {
            sys.memory().getInt(0);
        }
    },
    /// Writes memory that it does not have.
    WILD_WRITE {
        @Override
        public void run(Syslib sys) {
            sys.memory().putByte(0x7fff_ffff, 1);
        }
    },
    /// Reads across the end of its memory.
    READ_ACROSS_THE_END {
        @Override
        public void run(Syslib sys) {
            sys.memory().getInt(sys.startup().heapEnd() - 2);
        }
    },
    /// Looks behind the end of an array.
    BOUNDS {
        @Override
        public void run(Syslib sys) {
            sys.memory().get(zero(sys), new byte[2], 1, 2);
        }
    },
    /// Calls itself without end.
    RECURSION {
        @Override
        public void run(Syslib sys) {
            if (sys.heap().end() > 0) {
                run(sys);
            }
        }
    },
    /// Finds that what it believed is not so.
    ASSERTION {
        @Override
        public void run(Syslib sys) {
            throw new AssertionError("this cannot be");
        }
    },
    /// Finds that it was told nonsense.
    ARGUMENT {
        @Override
        public void run(Syslib sys) {
            throw new IllegalArgumentException("that is nonsense");
        }
    },
    /// Finds that its state makes no sense.
    ABORT {
        @Override
        public void run(Syslib sys) {
            throw new IllegalStateException("the state makes no sense");
        }
    };

    @SuppressWarnings("NullAway")
    private static String nothing() {
        return null;
    }

    private static int zero(Syslib sys) {
        return sys.startup().heapStart() + 64;
    }
}
