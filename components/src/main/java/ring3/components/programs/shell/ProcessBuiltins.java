package ring3.components.programs.shell;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.WorkingDirectory;

/// The built-ins for what a process has: `cd`, `umask`, `wait`.
final class ProcessBuiltins {
    private static final int MASK_BITS = 0777;

    private final Shell shell;
    private final Posix posix;
    private final Jobs jobs;

    ProcessBuiltins(Shell shell, Jobs jobs) {
        this.shell = shell;
        this.posix = shell.posix();
        this.jobs = jobs;
    }

    void addTo(Map<String, Builtin> table) {
        table.put("cd", this::cd);
        table.put("umask", this::umask);
        table.put("wait", this::await);
    }

    private int cd(List<String> arguments) {
        Variables variables = shell.variables();
        boolean back = arguments.size() > 1 && arguments.get(1).equals("-");
        String operand = arguments.size() > 1 ? arguments.get(1) : "~";
        @Nullable String wanted =
                back
                        ? variables.get("OLDPWD")
                        : operand.equals("~") ? variables.get("HOME") : operand;
        if (wanted == null || wanted.isEmpty()) {
            return wanted == null ? shell.complain("cd: no directory to go to") : 0;
        }
        String former = variables.get("PWD");
        String from = former == null ? WorkingDirectory.find(posix) : former;
        String to = WorkingDirectory.resolve(from, wanted);
        if (posix.tree().chdir(to) < 0) {
            return shell.complain("cd: can't cd to " + wanted);
        }
        variables.set("OLDPWD", from);
        variables.set("PWD", to);
        variables.export("OLDPWD");
        variables.export("PWD");
        if (back) {
            posix.out().line(to);
        }
        return 0;
    }

    private int umask(List<String> arguments) {
        if (arguments.size() == 1) {
            int mask = posix.files().umask(0);
            posix.files().umask(mask);
            String octal = Integer.toOctalString(mask | MASK_BITS + 1);
            posix.out().line("0" + octal.substring(octal.length() - 3));
            return 0;
        }
        try {
            posix.files().umask(Integer.parseInt(arguments.get(1), 8) & MASK_BITS);
            return 0;
        } catch (NumberFormatException e) {
            return shell.complain("umask: Illegal mode: " + arguments.get(1));
        }
    }

    private int await(List<String> arguments) {
        if (arguments.size() == 1) {
            jobs.leftRunning().waitForAll();
            return 0;
        }
        int status = 0;
        for (String operand : arguments.subList(1, arguments.size())) {
            try {
                status = jobs.leftRunning().waitFor(Integer.parseInt(operand));
            } catch (NumberFormatException e) {
                return shell.complain("wait: Illegal number: " + operand);
            }
        }
        return status;
    }
}
