package ring3.events;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import ring3.syslib.KernelRequest;
import ring3.syslib.SysCall;

/// The table of kernel calls for people: the terminal, the README and the lab all show these rows.
/// It repeats nothing: what a call is for is told by [SysCall], and its arguments are the
/// components of its request, the record of [KernelRequest] that has the name of the call.
public final class KernelCallTable {
    private static final List<Row> ROWS =
            Arrays.stream(SysCall.Group.values())
                    .flatMap(KernelCallTable::callsOf)
                    .map(KernelCallTable::row)
                    .toList();

    private KernelCallTable() {}

    /// One call.
    ///
    /// @param group what it is about, as a heading
    /// @param arguments their names in order; none for a call that is not implemented
    /// @param errors their names
    public record Row(SysCall call, String group, List<String> arguments, List<String> errors) {
        public Row {
            arguments = List.copyOf(arguments);
            errors = List.copyOf(errors);
        }

        /// The arguments as one text; empty when there are none.
        public String argumentList() {
            return String.join(", ", arguments);
        }

        /// The errors as one text; empty when there are none.
        public String errorList() {
            return String.join(", ", errors);
        }
    }

    /// All calls, group by group; those that are not implemented are the last group.
    public static List<Row> rows() {
        return ROWS;
    }

    private static Stream<SysCall> callsOf(SysCall.Group group) {
        return Arrays.stream(SysCall.values()).filter(call -> call.group() == group);
    }

    private static Row row(SysCall call) {
        return new Row(
                call,
                heading(call.group()),
                call.isImplemented() ? arguments(call) : List.of(),
                call.errors().stream().map(Enum::name).toList());
    }

    private static String heading(SysCall.Group group) {
        return switch (group) {
            case PROCESS -> "Processes";
            case SIGNAL -> "Signals";
            case MEMORY -> "Memory";
            case DEVICE -> "Devices";
            case CLOCK -> "Clock and scheduling";
            case SYSTEM -> "The system";
            case ABSENT -> "Not implemented, and why";
        };
    }

    private static List<String> arguments(SysCall call) {
        Class<?> request =
                records(KernelRequest.class)
                        .filter(type -> call.name().equalsIgnoreCase("SYS_" + type.getSimpleName()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(call + " has no request"));
        return Arrays.stream(request.getRecordComponents()).map(c -> c.getName()).toList();
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(KernelCallTable::records);
    }
}
