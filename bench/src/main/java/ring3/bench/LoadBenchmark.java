package ring3.bench;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import ring3.components.Catalog;
import ring3.loader.ExecutableFile;
import ring3.loader.Kind;
import ring3.loader.Library;
import ring3.loader.Linker;
import ring3.loader.ProgramLoader;
import ring3.loader.Refusal;
import ring3.loader.Text;
import ring3.loader.TextCache;
import ring3.syslib.Program;

/// What it takes to make a program that runs out of the bytes of an executable: those of the disk
/// driver. All its classes are defined and linked, though a process would get them one by one.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LoadBenchmark {
    /// The disk driver, and the loaders.
    @State(Scope.Thread)
    public static class Driver {
        private static final String NAME = "at_wini";

        private byte[] executable = {};
        private List<String> classes = List.of();
        private @Nullable ProgramLoader uncached;
        private @Nullable ProgramLoader cached;

        @Setup
        public void link() throws IOException, Refusal {
            String main = Objects.requireNonNull(Catalog.find(NAME)).main().getName();
            ExecutableFile file = new Linker(ClassFiles::find).link(NAME, Kind.DRIVER, main);
            executable = file.bytes();
            classes = List.copyOf(file.classes().keySet());
            SortedMap<String, byte[]> library = ClassFiles.library();
            uncached = new ProgramLoader(new Library(library));
            cached =
                    TextCache.loader(TextCache.write(uncached, List.of(executable)), () -> library);
        }

        /// Makes the object of a process, and gets all classes to the host.
        private Program defined(Text text) throws Throwable {
            Program program = (Program) text.constructor().invoke();
            ClassLoader loader = program.getClass().getClassLoader();
            for (String name : classes) {
                Class.forName(name, true, loader);
            }
            return program;
        }
    }

    @Benchmark
    public Program cold(Driver driver) throws Throwable {
        ProgramLoader loader = Objects.requireNonNull(driver.uncached);
        return driver.defined(loader.load(ExecutableFile.read(driver.executable)));
    }

    @Benchmark
    public Program cached(Driver driver) throws Throwable {
        ProgramLoader loader = Objects.requireNonNull(driver.cached);
        return driver.defined(loader.another().load(driver.executable));
    }

    @Benchmark
    public Text known(Driver driver) throws Refusal {
        return Objects.requireNonNull(driver.cached).load(driver.executable);
    }
}
