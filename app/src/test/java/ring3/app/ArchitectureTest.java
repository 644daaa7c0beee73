package ring3.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the rules of [Architecture] and [Determinism] against every class of Ring3, and against
/// classes under `wrong.ring3` that break them on purpose: a rule that misses one is no rule.
class ArchitectureTest {
    private static final JavaClasses RING3 =
            new ClassFileImporter()
                    .importPaths(
                            modules()
                                    .map(module -> Path.of("..", module, "target", "classes"))
                                    .toList());
    private static final JavaClasses OFFENDERS =
            new ClassFileImporter().importPath(Path.of("target", "test-classes", "wrong"));

    /// The first class that a violation names is the one that commits it.
    private static final Pattern OFFENDER = Pattern.compile("<wrong\\.ring3\\.([a-z.]+\\.\\w+)");

    /// A rule, and the classes that break it among those made to break one.
    record Law(ArchRule rule, List<String> offenders) {
        Law(ArchRule rule, String... offenders) {
            this(rule, List.of(offenders));
        }

        @Override
        public String toString() {
            return rule.getDescription();
        }
    }

    private static Stream<String> modules() {
        return Stream.of(
                "hardware",
                "syslib",
                "events",
                "kernel",
                "loader",
                "components",
                "visualizer",
                "bench",
                "app");
    }

    private static Stream<Law> laws() {
        return Stream.of(
                new Law(Architecture.hardwareKnowsNobody(), "hardware.KnowsTheKernel"),
                new Law(Architecture.systemLibraryKnowsNobody(), "syslib.KnowsTheKernel"),
                new Law(Architecture.eventsKnowTheSystemLibraryOnly(), "events.KnowsTheKernel"),
                new Law(
                        Architecture.kernelKnowsTheHardwareAndItsTwoFaces(),
                        "kernel.KnowsAComponent"),
                new Law(
                        Architecture.loaderKnowsTheHardwareAndTheSystemLibrary(),
                        "loader.KnowsTheKernel"),
                new Law(
                        Architecture.componentsKnowTheSystemLibraryOnly(),
                        "components.drivers.tty.KnowsTheKernel"),
                new Law(
                        Architecture.visualizerKnowsWhatAnObserverMaySee(),
                        "visualizer.KnowsAComponent",
                        "visualizer.KnowsTheLab"),
                new Law(Architecture.benchmarksSeeTheKernelFromOutside(), "bench.LooksInside"),
                new Law(Architecture.nobodyKnowsTheBenchmarks(), "app.CarriesABenchmark"),
                new Law(
                        Architecture.componentsMeetInMessagesOnly(),
                        "components.drivers.tty.CallsAServer"),
                new Law(
                        Architecture.servicesKnowNoPrograms(),
                        "components.servers.pm.KnowsAProgram"),
                new Law(Architecture.programsKnowNoServices(), "components.programs.KnowsAService"),
                new Law(Architecture.viewModelsHoldNoNodes(), "visualizer.WrongViewModel"),
                new Law(Architecture.namesSayWhatAClassIs(), "kernel.ProcManager"),
                new Law(
                        Determinism.machineSeesNoHost(),
                        "components.servers.pm.OpensAFile",
                        "hardware.DrawsLots",
                        "hardware.ReadsTheCalendar",
                        "kernel.UsesALock"),
                new Law(Determinism.onlyHartAndCoroutineKnowThreads(), "kernel.StartsAThread"),
                new Law(
                        Determinism.machineKeepsItsThingsInOrder(),
                        "components.servers.pm.KeepsThingsAnywhere",
                        "kernel.KeepsASet"),
                new Law(
                        Determinism.machineAsksNoClockAndNoSetting(),
                        "hardware.ReadsTheClock",
                        "kernel.FormatsForALocale"),
                new Law(Determinism.machineHasNoStaticsThatChange(), "hardware.Remembers"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void everyClassKeepsTheRule(Law law) {
        law.rule().check(RING3);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void theRuleFindsItsOffendersAndNobodyElse(Law law) {
        var found = new TreeSet<String>();
        for (String line : law.rule().evaluate(OFFENDERS).getFailureReport().getDetails()) {
            Matcher guilty = OFFENDER.matcher(line);
            assertTrue(guilty.find(), line);
            found.add(guilty.group(1));
        }

        assertEquals(law.offenders(), List.copyOf(found));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyModuleIsLookedAt(String module) {
        assertFalse(RING3.that(resideInAPackage("ring3." + module + "..")).isEmpty());
    }
}
