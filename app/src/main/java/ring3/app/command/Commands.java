package ring3.app.command;

import java.nio.file.InvalidPathException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import ring3.app.BadInput;
import ring3.app.Span;
import ring3.app.session.BrokenMachine;

/// The whole command line, put together, and what it says when something is wrong: one sentence.
public final class Commands {
    private Commands() {}

    /// Runs one command. Returns the exit status and never throws.
    public static int run(Host host, String... arguments) {
        try {
            return commandLine(host).execute(arguments);
        } catch (AssertionError | StackOverflowError | OutOfMemoryError failure) {
            return internalError(host, failure);
        }
    }

    private static CommandLine commandLine(Host host) {
        var line = new CommandLine(new Ring3Command(host));
        line.addSubcommand(new RunCommand(host));
        line.addSubcommand(new ShellCommand(host));
        line.addSubcommand(new ScreenshotCommand(host));
        line.registerConverter(Span.class, Span::parse);
        line.registerConverter(Moment.class, Moment::parse);
        line.registerConverter(PictureSize.class, PictureSize::parse);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new java.io.PrintWriter(host.out(), true));
        line.setParameterExceptionHandler((problem, _) -> badUsage(host, problem));
        line.setExecutionExceptionHandler((problem, _, _) -> failed(host, problem));
        return line;
    }

    private static int badUsage(Host host, ParameterException problem) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        String sentence = problem.getMessage().lines().findFirst().orElse("wrong usage");
        host.err().println("ring3: %s; see %s --help".formatted(sentence, command));
        return ExitStatus.BAD_INPUT;
    }

    private static int failed(Host host, Exception problem) {
        return switch (problem) {
            case BadInput bad -> badInput(host, bad.getMessage());
            case InvalidPathException bad -> badInput(host, bad.getMessage());
            case BrokenMachine broken -> internalError(host, broken);
            default -> internalError(host, problem);
        };
    }

    private static int badInput(Host host, String sentence) {
        host.err().println("ring3: " + sentence);
        return ExitStatus.BAD_INPUT;
    }

    /// Names the event and the place, which is what whoever repairs it asks first.
    private static int internalError(Host host, Throwable failure) {
        Throwable cause = failure instanceof BrokenMachine ? failure.getCause() : failure;
        String when = failure instanceof BrokenMachine ? failure.getMessage() + ": " : "";
        StackTraceElement[] stack = cause.getStackTrace();
        String where = stack.length == 0 ? "" : " (" + stack[0] + ")";
        host.err().println("ring3: internal error: " + when + cause + where);
        return ExitStatus.FAILED;
    }
}
