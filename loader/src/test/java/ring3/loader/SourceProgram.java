package ring3.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.jspecify.annotations.Nullable;
import ring3.hardware.Hart;
import ring3.hardware.Meter;

/// A program that is compiled from a source text for a test, and run on a processor of its own with
/// nothing else on it: it cannot enter a kernel.
final class SourceProgram {
    /// How a program ended and what it had executed by then.
    ///
    /// @param end empty when it returned, else what stopped it
    record Outcome(long instructions, String end) {}

    private static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;

        Stopped(String why) {
            super(why, null, false, false);
        }
    }

    /// Counts what is executed, and stops the program when that is enough.
    private static final class Bench implements Meter.Supervisor {
        private final long instructionsMax;
        private final Meter meter;
        private long instructions;

        Bench(long instructionsMax, int heapBytes) {
            this.instructionsMax = instructionsMax;
            meter = new Meter(this, heapBytes);
        }

        @Override
        public void timer() {
            instructions += meter.used();
            if (instructions > instructionsMax) {
                throw new Stopped("out of time");
            }
            meter.grant(1000);
        }

        @Override
        public void stackOverflow() {
            throw new Stopped("stack overflow");
        }

        @Override
        public void outOfMemory() {
            throw new Stopped("out of memory");
        }
    }

    private final Text text;

    /// The class `Main` with these members, the text of its method `run` among them.
    SourceProgram(Path folder, String run, String members) throws IOException, Refusal {
        Path source = folder.resolve("Main.java");
        Files.writeString(
                source,
                "import java.util.*; import java.util.function.*; import java.util.stream.*;\n"
                        + "public final class Main implements ring3.syslib.Program {\n"
                        + members
                        + "\npublic void run(ring3.syslib.Syslib sys) {\n"
                        + run
                        + "\n}}\n");
        compile(folder, source);
        Linker linker = new Linker(name -> classFile(folder, name));
        text = Assembled.loader().load(linker.link("main", Kind.USER, "Main").bytes());
    }

    private static void compile(Path folder, Path source) {
        var complaints = new StringWriter();
        var out = new PrintWriter(complaints);
        Path syslib =
                Path.of(
                        ring3.syslib.Program.class
                                .getModule()
                                .getLayer()
                                .configuration()
                                .findModule("ring3.syslib")
                                .flatMap(module -> module.reference().location())
                                .orElseThrow());
        int status =
                ToolProvider.findFirst("javac")
                        .orElseThrow()
                        .run(
                                out,
                                out,
                                "-proc:none",
                                "-cp",
                                syslib.toString(),
                                "-d",
                                folder.toString(),
                                source.toString());
        assertEquals(0, status, complaints.toString());
    }

    private static byte @Nullable [] classFile(Path folder, String name) {
        Path file = folder.resolve(name.replace('.', '/') + ".class");
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : null;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Runs it on a processor that stops it after so many instructions.
    Outcome run(long instructionsMax, int heapBytes) {
        Bench bench = new Bench(instructionsMax, heapBytes);
        StringBuilder end = new StringBuilder();
        Hart.on(() -> {
            Meter before = Hart.swap(bench.meter);
            try {
                start();
            } catch (Stopped stopped) {
                end.append(stopped.getMessage());
            } finally {
                Hart.swap(before);
            }
        });
        return new Outcome(bench.instructions + bench.meter.used(), end.toString());
    }

    @SuppressWarnings("NullAway")
    private void start() {
        text.program().run(null);
    }

    /// Runs it with more time and memory than it needs.
    Outcome run() {
        return run(Long.MAX_VALUE / 2, Meter.HEAP_BYTES);
    }
}
