package ring3.components.programs.shell;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import ring3.components.lib.posix.Out;

/// The built-ins for variables and arguments: `export`, `readonly`, `set`, `shift`, `unset`.
final class VariableBuiltins {
    private final Shell shell;
    private final Variables variables;

    VariableBuiltins(Shell shell) {
        this.shell = shell;
        this.variables = shell.variables();
    }

    void addTo(Map<String, Builtin> table) {
        table.put("export", arguments -> mark(arguments, variables::export));
        table.put("readonly", arguments -> mark(arguments, variables::protect));
        table.put("set", this::set);
        table.put("shift", this::shift);
        table.put("unset", this::unset);
    }

    private int mark(List<String> arguments, Consumer<String> marks) {
        List<String> operands = withoutOption(arguments, "-p");
        if (operands.isEmpty()) {
            variables.exportedNames().forEach(name -> print("export " + name, name));
        }
        for (String operand : operands) {
            int equals = operand.indexOf('=');
            String name = equals < 0 ? operand : operand.substring(0, equals);
            if (!Names.isName(name)) {
                throw new ShellError(arguments.getFirst() + ": " + name + ": bad variable name");
            }
            if (equals >= 0) {
                variables.set(name, operand.substring(equals + 1));
            }
            marks.accept(name);
        }
        return 0;
    }

    private static List<String> withoutOption(List<String> arguments, String option) {
        boolean there = arguments.size() > 1 && arguments.get(1).equals(option);
        return arguments.subList(there ? 2 : 1, arguments.size());
    }

    private void print(String begin, String name) {
        Out out = shell.posix().out();
        String value = variables.get(name);
        out.line(value == null ? begin : begin + "='" + value.replace("'", "'\"'\"'") + "'");
    }

    private int set(List<String> arguments) {
        if (arguments.size() == 1) {
            variables.names().forEach(name -> print(name, name));
            return 0;
        }
        for (int i = 1; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean option = argument.length() > 1 && "+-".indexOf(argument.charAt(0)) >= 0;
            if (!option || argument.equals("--")) {
                shell.setArguments(arguments.subList(option ? i + 1 : i, arguments.size()));
                return 0;
            }
            if (!shell.options().follow(argument)) {
                throw new ShellError("set: Illegal option " + argument);
            }
        }
        return 0;
    }

    private int shift(List<String> arguments) {
        int count;
        try {
            count = arguments.size() > 1 ? Integer.parseInt(arguments.get(1)) : 1;
        } catch (NumberFormatException e) {
            throw new ShellError("shift: Illegal number: " + arguments.get(1));
        }
        List<String> all = shell.arguments();
        if (count < 0 || count > all.size()) {
            throw new ShellError("shift: can't shift that many");
        }
        shell.setArguments(all.subList(count, all.size()));
        return 0;
    }

    private int unset(List<String> arguments) {
        boolean functions = arguments.size() > 1 && arguments.get(1).equals("-f");
        for (String name : withoutOption(arguments, functions ? "-f" : "-v")) {
            if (functions) {
                shell.functions().remove(name);
            } else {
                variables.unset(name);
            }
        }
        return 0;
    }
}
