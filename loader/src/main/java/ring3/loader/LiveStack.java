package ring3.loader;

import java.lang.StackWalker.StackFrame;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.Set;
import java.util.function.Consumer;

/// The objects that the stack of the running process holds: its variables, and what it is about to
/// use. The host shows them by a part of its own that only this class knows; the launcher opens it
/// (`--add-opens=java.base/java.lang=ring3.loader`).
final class LiveStack {
    private static final String FRAME = "java.lang.LiveStackFrame";
    private static final StackWalker WALKER;
    private static final MethodHandle LOCALS;
    private static final MethodHandle OPERANDS;

    static {
        try {
            Class<?> frame = Class.forName(FRAME);
            Lookup inside = MethodHandles.privateLookupIn(frame, MethodHandles.lookup());
            WALKER =
                    (StackWalker)
                            inside.findStatic(
                                            frame,
                                            "getStackWalker",
                                            MethodType.methodType(StackWalker.class, Set.class))
                                    .invoke(Set.of(StackWalker.Option.RETAIN_CLASS_REFERENCE));
            MethodType objects = MethodType.methodType(Object[].class);
            LOCALS = inside.findVirtual(frame, "getLocals", objects);
            OPERANDS = inside.findVirtual(frame, "getStack", objects);
        } catch (Throwable closed) {
            throw new IllegalStateException("Ring3 was not started by its launcher", closed);
        }
    }

    private LiveStack() {}

    /// Shows every object that a method of a program holds, those of the process that runs now; an
    /// object may be shown twice.
    static void forEach(Consumer<Object> action) {
        WALKER.forEach(frame -> {
            if (frame.getDeclaringClass().getClassLoader() instanceof ProgramClasses) {
                show(LOCALS, frame, action);
                show(OPERANDS, frame, action);
            }
        });
    }

    private static void show(MethodHandle which, StackFrame frame, Consumer<Object> action) {
        try {
            for (Object object : (Object[]) which.invoke(frame)) {
                if (object != null) {
                    action.accept(object);
                }
            }
        } catch (RuntimeException | Error problem) {
            throw problem;
        } catch (Throwable impossible) {
            throw new IllegalStateException("a frame only tells what it holds", impossible);
        }
    }
}
