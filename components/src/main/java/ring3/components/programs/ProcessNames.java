package ring3.components.programs;

import java.util.Map;
import java.util.TreeMap;
import ring3.components.lib.posix.Outcome;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.Processes;
import ring3.components.lib.posix.Services;

/// What people call a process: a service goes by the label that RS gave it, others by the name of
/// their program.
final class ProcessNames {
    private final Map<String, String> labels = new TreeMap<>();

    ProcessNames(Posix posix) {
        if (posix.services().list() instanceof Outcome.Success(var services)) {
            for (Services.Service service : services) {
                labels.put(service.endpoint(), service.label());
            }
        }
    }

    String of(Processes.Listed process) {
        return labels.getOrDefault(Integer.toString(process.endpoint()), process.name());
    }
}
