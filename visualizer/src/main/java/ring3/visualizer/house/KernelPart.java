package ring3.visualizer.house;

import org.jspecify.annotations.Nullable;
import ring3.syslib.Endpoint;

/// The parts of the kernel, each a box.
public enum KernelPart {
    IPC("IPC"),
    SCHEDULER("Scheduler"),
    CLOCK("Clock"),
    SYS("Sys"),
    INTERRUPTS("Interrupts");

    private final String title;

    KernelPart(String title) {
        this.title = title;
    }

    /// The part that a kernel task belongs to; null when the endpoint is that of no task.
    public static @Nullable KernelPart of(Endpoint task) {
        if (task.equals(Endpoint.CLOCK)) {
            return CLOCK;
        }
        if (task.equals(Endpoint.SYSTEM)) {
            return SYS;
        }
        if (task.equals(Endpoint.HARDWARE)) {
            return INTERRUPTS;
        }
        if (task.equals(Endpoint.IDLE)) {
            return SCHEDULER;
        }
        return task.equals(Endpoint.ASYNCM) ? IPC : null;
    }

    /// What people call it.
    public String title() {
        return title;
    }

    /// Its label, which no process has: a process name has no colon.
    public String label() {
        return "kernel:" + title;
    }
}
