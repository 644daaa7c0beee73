package ring3.app.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ring3.app.disk.ReadFileSystem;
import ring3.components.Catalog;
import ring3.components.protocol.ExecFrame;
import ring3.components.servers.rs.BootTable;
import ring3.components.servers.rs.ServiceConfig;
import ring3.events.ProcessKind;
import ring3.kernel.boot.BootModule;
import ring3.kernel.boot.Executable;
import ring3.loader.Kind;
import ring3.loader.Refusal;
import ring3.loader.Text;
import ring3.syslib.Endpoint;

/// The components as the kernel wants them: the boot image, and a loader for executables.
final class Components {
    private static final int BYTES_PER_KIB = 1024;

    private Components() {}

    /// The boot image, which a boot loader would take from `disk`; init gets `environment`.
    static List<BootModule> bootImage(List<String> environment, ReadFileSystem disk) {
        List<BootModule> modules = new ArrayList<>();
        for (ServiceConfig service : BootTable.services()) {
            if (!service.onDemand() || !isListed(modules, service.executable())) {
                modules.add(module(service, environment, disk));
            }
        }
        return modules;
    }

    private static boolean isListed(List<BootModule> modules, String name) {
        return modules.stream().anyMatch(module -> module.name().equals(name));
    }

    private static BootModule module(
            ServiceConfig service, List<String> environment, ReadFileSystem disk) {
        boolean init = service.slot() == Endpoint.INIT.slot();
        ExecFrame frame = new ExecFrame(List.of(service.label()), init ? environment : List.of());
        return new BootModule(
                service.executable(),
                service.slot(),
                image(service.executable(), disk),
                frame.encode(),
                service.memoryKib() * BYTES_PER_KIB);
    }

    private static byte[] image(String name, ReadFileSystem disk) {
        Catalog.Executable executable = Catalog.find(name);
        if (executable == null) {
            throw new IllegalStateException(
                    "the boot table names " + name + ", which is no program");
        }
        return disk.read(executable.path());
    }

    /// The program whose executable this is, or null when it is none or breaks a rule, of which
    /// `onRefusal` is told.
    static @Nullable Executable load(byte[] image, Consumer<String> onRefusal) {
        try {
            Text text = Programs.loader().load(image);
            return new Executable(text.program(), kind(text.kind()), text.forks());
        } catch (Refusal refusal) {
            onRefusal.accept(refusal.sentence());
            return null;
        }
    }

    private static ProcessKind kind(Kind kind) {
        return switch (kind) {
            case DRIVER -> ProcessKind.DRIVER;
            case SERVER -> ProcessKind.SERVER;
            case USER -> ProcessKind.USER;
        };
    }
}
