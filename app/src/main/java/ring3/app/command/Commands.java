package ring3.app.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.Objects;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import ring3.app.BadInput;
import ring3.app.Span;
import ring3.app.session.BrokenMachine;
import ring3.app.student.Mistakes;

/// The whole command line, put together, and what it says when something is wrong: one sentence.
public final class Commands {
    private Commands() {}

    /// Runs one command. Returns the exit status and never throws.
    public static int run(Host host, String... arguments) {
        try {
            return commandLine(host).execute(arguments);
        } catch (AssertionError | StackOverflowError | OutOfMemoryError failure) {
            return internalError(host, BrokenMachine.sentence(failure));
        }
    }

    private static CommandLine commandLine(Host host) {
        var line = new CommandLine(new Ring3Command(host));
        line.addSubcommand(new RunCommand(host));
        line.addSubcommand(new ShellCommand(host));
        line.addSubcommand(new ScreenshotCommand(host));
        line.addSubcommand(new NewCommand(host));
        line.addSubcommand(new BuildCommand(host));
        line.addSubcommand(new BenchCommand(host));
        line.addSubcommand(new CallsCommand(host));
        line.addSubcommand(DiskCommand.commandLine(host));
        line.registerConverter(Span.class, told(Span::parse));
        line.registerConverter(Moment.class, told(Moment::parse));
        line.registerConverter(ByteSize.class, told(ByteSize::parse));
        line.registerConverter(Permissions.class, told(Permissions::parse));
        line.registerConverter(PictureSize.class, told(PictureSize::parse));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(host.out(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((problem, _) -> badUsage(host, problem));
        line.setExecutionExceptionHandler((problem, _, _) -> failed(host, problem));
        return line;
    }

    /// What is wrong with a value is said in the words of its parser alone.
    private static <T> ITypeConverter<T> told(Function<String, T> parser) {
        return text -> {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException bad) {
                throw new TypeConversionException(textOf(bad));
            }
        };
    }

    private static int badUsage(Host host, ParameterException problem) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        String sentence = textOf(problem).lines().findFirst().orElse("wrong usage");
        return say(host, sentence + "; see " + command + " --help", ExitStatus.BAD_INPUT);
    }

    private static int failed(Host host, Exception problem) {
        return switch (problem) {
            case BadInput bad -> say(host, bad.sentence(), ExitStatus.BAD_INPUT);
            case InvalidPathException bad -> say(host, textOf(bad), ExitStatus.BAD_INPUT);
            case Mistakes mistakes -> mistaken(host, mistakes);
            case BrokenMachine broken -> internalError(host, broken.sentence());
            default -> internalError(host, BrokenMachine.sentence(problem));
        };
    }

    /// What is wrong with a student's program is told as a compiler tells it, without our name.
    private static int mistaken(Host host, Mistakes mistakes) {
        mistakes.all().forEach(mistake -> host.err().println(mistake));
        return ExitStatus.FAILED;
    }

    private static String textOf(Throwable problem) {
        return Objects.requireNonNullElse(problem.getMessage(), problem.toString());
    }

    private static int internalError(Host host, String sentence) {
        return say(host, "internal error: " + sentence, ExitStatus.FAILED);
    }

    private static int say(Host host, String sentence, int status) {
        host.err().println("ring3: " + sentence);
        return status;
    }
}
