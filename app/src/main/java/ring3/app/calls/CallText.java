package ring3.app.calls;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ring3.events.KernelCallTable;
import ring3.events.KernelCallTable.Row;
import ring3.syslib.SysCall;

/// The table of kernel calls written down: a heading for each group, then its calls.
public final class CallText {
    private CallText() {}

    /// For the terminal: two lines a call.
    public static String plain() {
        return groups("%s\n"::formatted, CallText::plain);
    }

    /// For the README: a table in Markdown for each group.
    public static String markdown() {
        String head =
                """
                ### %s

                | no. | call | what it does | arguments | errors | usual callers |
                |--:|---|---|---|---|---|
                """;
        return groups(head::formatted, CallText::markdown);
    }

    private static String groups(Function<String, String> head, Function<Row, String> line) {
        return KernelCallTable.rows().stream()
                .map(Row::group)
                .distinct()
                .map(group -> head.apply(group) + lines(group, line))
                .collect(Collectors.joining("\n"));
    }

    private static String lines(String group, Function<Row, String> line) {
        return KernelCallTable.rows().stream()
                .filter(row -> row.group().equals(group))
                .map(line)
                .collect(Collectors.joining());
    }

    private static String plain(Row row) {
        SysCall call = row.call();
        String arguments = call.isImplemented() ? "(" + row.argumentList() + ")" : "";
        String facts =
                Stream.of(
                                call.meaning(),
                                call.isImplemented() ? "by " + call.callers() : "",
                                row.errorList())
                        .filter(fact -> !fact.isEmpty())
                        .collect(Collectors.joining("; "));
        return "%4d  %s%s\n      %s\n".formatted(call.number(), call.name(), arguments, facts);
    }

    private static String markdown(Row row) {
        SysCall call = row.call();
        return "| %d | `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        call.number(),
                        call.name(),
                        call.meaning(),
                        row.argumentList(),
                        row.errorList(),
                        call.callers());
    }
}
