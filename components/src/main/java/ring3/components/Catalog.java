package ring3.components;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ring3.components.servers.ds.DataStoreServer;
import ring3.components.servers.pm.ProcessManager;
import ring3.components.servers.rs.ReincarnationServer;
import ring3.components.servers.sched.SchedulingServer;
import ring3.kernel.syslib.Program;

/// All executables of the emulated system: where each lies on the system disk, and how the kernel's
/// loader makes the text of a process from its name.
public final class Catalog {
    /// In which layer of the system an executable runs.
    public enum Kind {
        DRIVER,
        SERVER,
        USER
    }

    /// An executable.
    ///
    /// @param name what its image names
    /// @param path where it lies on the system disk
    /// @param forks whether it calls fork, so that the kernel must remember what its calls returned
    /// @param constructor makes its text, afresh for each process
    public record Executable(
            String name, String path, Kind kind, boolean forks, Supplier<Program> constructor) {
        /// The bytes of its file: `#!ring3 NAME` and a newline.
        public String image() {
            return "#!ring3 " + name + "\n";
        }
    }

    private static final List<Executable> ALL =
            List.of(
                    row("ds", "/service/ds", Kind.SERVER, DataStoreServer::new),
                    row("rs", "/service/rs", Kind.SERVER, ReincarnationServer::new),
                    row("pm", "/service/pm", Kind.SERVER, ProcessManager::new),
                    row("sched", "/service/sched", Kind.SERVER, SchedulingServer::new));

    private Catalog() {}

    /// Every executable.
    public static List<Executable> all() {
        return ALL;
    }

    /// The executable called `name`, or null.
    public static @Nullable Executable find(String name) {
        for (Executable executable : ALL) {
            if (executable.name().equals(name)) {
                return executable;
            }
        }
        return null;
    }

    private static Executable row(
            String name, String path, Kind kind, Supplier<Program> constructor) {
        return new Executable(name, path, kind, false, constructor);
    }
}
