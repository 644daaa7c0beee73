package ring3.app.machine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.components.Catalog;
import ring3.components.protocol.ExecFrame;
import ring3.components.servers.rs.BootTable;
import ring3.components.servers.rs.ServiceConfig;
import ring3.events.ProcessKind;
import ring3.kernel.boot.BootModule;
import ring3.kernel.boot.Executable;
import ring3.syslib.Endpoint;

/// The components as the kernel wants them: the boot image, and a loader for executables.
final class Components {
    private static final String MAGIC = "#!ring3 ";
    private static final int BYTES_PER_KIB = 1024;

    private Components() {}

    /// The boot image; init gets `environment`.
    static List<BootModule> bootImage(List<String> environment) {
        List<BootModule> modules = new ArrayList<>();
        for (ServiceConfig service : BootTable.services()) {
            if (!service.onDemand() || !isListed(modules, service.executable())) {
                modules.add(module(service, environment));
            }
        }
        return modules;
    }

    private static boolean isListed(List<BootModule> modules, String name) {
        return modules.stream().anyMatch(module -> module.name().equals(name));
    }

    private static BootModule module(ServiceConfig service, List<String> environment) {
        boolean init = service.slot() == Endpoint.INIT.slot();
        ExecFrame frame = new ExecFrame(List.of(service.label()), init ? environment : List.of());
        return new BootModule(
                service.executable(),
                service.slot(),
                image(service.executable()),
                frame.encode(),
                service.memoryKib() * BYTES_PER_KIB);
    }

    private static byte[] image(String name) {
        Catalog.Executable executable = Catalog.find(name);
        if (executable == null) {
            throw new IllegalStateException(
                    "the boot table names " + name + ", which is no program");
        }
        return executable.image().getBytes(StandardCharsets.ISO_8859_1);
    }

    /// The program that an image names, or null when it is no executable.
    static @Nullable Executable load(byte[] image) {
        String text = new String(image, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\n');
        if (!text.startsWith(MAGIC) || end < 0) {
            return null;
        }
        Catalog.Executable executable = Catalog.find(text.substring(MAGIC.length(), end));
        return executable == null
                ? null
                : new Executable(
                        executable.constructor().get(),
                        kind(executable.kind()),
                        executable.forks());
    }

    private static ProcessKind kind(Catalog.Kind kind) {
        return switch (kind) {
            case DRIVER -> ProcessKind.DRIVER;
            case SERVER -> ProcessKind.SERVER;
            case USER -> ProcessKind.USER;
        };
    }
}
