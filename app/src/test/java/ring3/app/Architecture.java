package ring3.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/// Who may know whom. Module descriptors say some of it already; these rules say it per package and
/// stay true when a descriptor grows. The packages begin with `..` so that a deliberate offender,
/// which lives under `wrong.ring3`, is judged like the real code.
final class Architecture {
    private static final String HARDWARE = "..ring3.hardware..";
    private static final String SYSLIB = "..ring3.syslib..";
    private static final String EVENTS = "..ring3.events..";
    private static final String BENCH = "..ring3.bench..";
    private static final String DRIVERS = "..ring3.components.drivers..";
    private static final String SERVERS = "..ring3.components.servers..";
    private static final String PROGRAMS = "..ring3.components.programs..";
    private static final DescribedPredicate<JavaClass> OF_JAVA =
            resideInAnyPackage("java..", "org.jspecify..");

    private Architecture() {}

    static ArchRule hardwareKnowsNobody() {
        return layer(HARDWARE, OF_JAVA.or(resideInAPackage("jdk.internal.vm")));
    }

    static ArchRule systemLibraryKnowsNobody() {
        return layer(SYSLIB, OF_JAVA);
    }

    /// The screen of the machine is the one thing of the hardware that a snapshot carries as it is.
    static ArchRule eventsKnowTheSystemLibraryOnly() {
        return layer(EVENTS, OF_JAVA.or(resideInAPackage(SYSLIB)).or(theScreen()));
    }

    static ArchRule kernelKnowsTheHardwareAndItsTwoFaces() {
        return layer("..ring3.kernel..", OF_JAVA.or(resideInAnyPackage(HARDWARE, SYSLIB, EVENTS)));
    }

    static ArchRule loaderKnowsTheHardwareAndTheSystemLibrary() {
        return layer("..ring3.loader..", OF_JAVA.or(resideInAnyPackage(HARDWARE, SYSLIB)));
    }

    static ArchRule componentsKnowTheSystemLibraryOnly() {
        return layer("..ring3.components..", OF_JAVA.or(resideInAPackage(SYSLIB)));
    }

    static ArchRule visualizerKnowsWhatAnObserverMaySee() {
        return layer(
                "..ring3.visualizer..",
                OF_JAVA.or(resideInAnyPackage("javafx..", "org.controlsfx..", SYSLIB, EVENTS))
                        .or(theScreen())
                        .or(theLights()));
    }

    /// What is measured is what the lab runs, by the same face.
    static ArchRule benchmarksSeeTheKernelFromOutside() {
        return noClasses()
                .that()
                .resideInAPackage(BENCH)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..ring3.kernel.core..", "..ring3.kernel.sys..");
    }

    static ArchRule nobodyKnowsTheBenchmarks() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(BENCH)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BENCH, "org.openjdk.jmh..", "org.apache.pekko..");
    }

    /// One component that called another would need no message for it, and no kernel could watch.
    static ArchRule componentsMeetInMessagesOnly() {
        return slices().matching("..ring3.components.(drivers|servers).(*)..")
                .should()
                .notDependOnEachOther();
    }

    static ArchRule servicesKnowNoPrograms() {
        return noClasses()
                .that()
                .resideInAnyPackage(DRIVERS, SERVERS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(PROGRAMS);
    }

    static ArchRule programsKnowNoServices() {
        return noClasses()
                .that()
                .resideInAPackage(PROGRAMS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DRIVERS, SERVERS);
    }

    /// So that a view model is tested without a toolkit, and every decision of a view with it.
    static ArchRule viewModelsHoldNoNodes() {
        return noClasses()
                .that(belongToAViewModel())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.controlsfx..")
                .allowEmptyShould(true);
    }

    /// The names that say nothing about what a class is. The process manager has the name that it
    /// has in the book.
    static ArchRule namesSayWhatAClassIs() {
        return noClasses()
                .that()
                .doNotHaveSimpleName("ProcessManager")
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl)(\\$.*)?")
                .because("a name is the noun of the thing");
    }

    private static DescribedPredicate<JavaClass> theScreen() {
        return resideInAPackage(HARDWARE).and(simpleName("TextScreen"));
    }

    private static DescribedPredicate<JavaClass> theLights() {
        return resideInAPackage(HARDWARE).and(simpleName("LedPicture"));
    }

    private static ArchRule layer(String itself, DescribedPredicate<JavaClass> below) {
        return classes()
                .that()
                .resideInAPackage(itself)
                .should()
                .onlyDependOnClassesThat(below.or(resideInAPackage(itself)));
    }

    private static DescribedPredicate<JavaClass> belongToAViewModel() {
        return DescribedPredicate.describe(
                "belong to a view model", type -> type.getName().matches(".*ViewModel(\\$.*)?"));
    }
}
