package ring3.loader;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;
import ring3.hardware.Hart;
import ring3.hardware.Meter;

/// What is static in a program is shared by all processes that run it, so it must be the same for
/// all and for ever. It is computed when the program is loaded, with a limit, and looked at: a
/// value that somebody could change is refused.
final class StaticState {
    /// Instructions that the static initializers of a program may take.
    private static final int INSTRUCTIONS = 20_000_000;

    private static final String ENUM_VALUES = "$VALUES";
    private static final String SWITCH_MAP = "$SwitchMap$";

    /// Thrown by the meter into a static initializer that does not end.
    private static final class Exhausted extends Error {
        private static final long serialVersionUID = 1L;

        Exhausted(String what) {
            super(what, null, false, false);
        }
    }

    private static final class Limit implements Meter.Supervisor {
        private boolean begun;
        private Meter meter = new Meter(this, Meter.HEAP_BYTES);

        @Override
        public void timer() {
            if (begun) {
                throw new Exhausted("it does not end");
            }
            begun = true;
            meter.grant(INSTRUCTIONS);
        }

        @Override
        public void stackOverflow() {
            throw new Exhausted("its stack overflows");
        }

        @Override
        public void outOfMemory() {
            throw new Exhausted("it takes too much memory");
        }
    }

    private StaticState() {}

    /// Runs the static initializers of a program.
    ///
    /// @throws Refusal when one fails or does not end
    static void begin(Metered program, ClassLoader classes) throws Refusal {
        Refusal[] refusal = new Refusal[1];
        Hart.on(() -> {
            Meter before = Hart.swap(new Limit().meter);
            try {
                for (String name : program.statics()) {
                    begin(name, classes);
                }
            } catch (Refusal problem) {
                refusal[0] = problem;
            } finally {
                Hart.swap(before);
            }
        });
        if (refusal[0] != null) {
            throw refusal[0];
        }
    }

    private static void begin(String name, ClassLoader classes) throws Refusal {
        try {
            Class.forName(name, true, classes);
        } catch (Exhausted endless) {
            throw failed(name, endless.getMessage());
        } catch (ExceptionInInitializerError failure) {
            Throwable cause = failure.getCause();
            throw failed(name, cause == null ? "" : cause.getClass().getName());
        } catch (LinkageError | ClassNotFoundException broken) {
            throw new Refusal(name, "the class does not fit: " + broken.getMessage());
        } catch (Error thrown) {
            // The program's own errors come as they are; their texts are code of the program.
            throw failed(name, thrown.getClass().getName());
        }
    }

    private static Refusal failed(String name, @Nullable String why) {
        return new Refusal(name, "its static initializer fails: " + why);
    }

    /// Looks at what the static initializers of a program have made.
    ///
    /// @throws Refusal when some of it can change
    static void check(Metered program, ClassLoader classes) throws Refusal {
        for (String name : program.statics()) {
            try {
                for (Field field : Class.forName(name, false, classes).getDeclaredFields()) {
                    if (Modifier.isStatic(field.getModifiers()) && !isOfCompiler(field)) {
                        check(field);
                    }
                }
            } catch (ReflectiveOperationException | LinkageError broken) {
                throw new Refusal(name, "its static fields cannot be read: " + broken.getMessage());
            }
        }
    }

    /// Arrays that the compiler makes for enums and for switches over them, and that no program can
    /// name in its source.
    private static boolean isOfCompiler(Field field) {
        return field.isSynthetic()
                && (field.getName().equals(ENUM_VALUES) || field.getName().startsWith(SWITCH_MAP));
    }

    private static void check(Field field) throws Refusal, IllegalAccessException {
        field.setAccessible(true);
        Object changeable = new Constants().firstChangeable(field.get(null));
        if (changeable != null) {
            throw new Refusal(
                    field.getDeclaringClass().getName(),
                    "the static field "
                            + field.getName()
                            + " holds something that can change, of type "
                            + changeable.getClass().getTypeName()
                            + ": what is static belongs to all processes");
        }
    }
}
