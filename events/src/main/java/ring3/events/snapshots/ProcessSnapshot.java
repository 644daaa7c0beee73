package ring3.events.snapshots;

import org.jspecify.annotations.Nullable;
import ring3.events.ProcessKind;
import ring3.syslib.Endpoint;

/// One process at rest.
///
/// @param kernelMode whether it runs in kernel mode, where nothing that it does is checked
/// @param partner whom it sends to or receives from; NONE when it waits for nobody
/// @param priority its queue, 0 is the most urgent of 16
/// @param quantumLeftNanos what is left of its quantum
/// @param cpuNanos processor time it has used
/// @param memoryBytes memory that is mapped for it
/// @param pendingNotifications how many processes wait to have it notified
/// @param waitingSenders how many processes are blocked sending to it
/// @param line where it is, or was when it was stopped
/// @param fault what stopped it, when the processor raised an exception in it
public record ProcessSnapshot(
        Endpoint endpoint,
        String name,
        ProcessKind kind,
        boolean kernelMode,
        ProcessState state,
        Endpoint partner,
        int priority,
        int quantumMillis,
        long quantumLeftNanos,
        long cpuNanos,
        int memoryBytes,
        int pendingNotifications,
        int waitingSenders,
        PrivilegeSnapshot privileges,
        @Nullable SourceLine line,
        @Nullable String fault) {}
