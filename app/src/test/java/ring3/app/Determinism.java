package ring3.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Console;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.util.Calendar;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.Timer;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.stream.Collectors;

/// What the machine may not see of the computer it is emulated on. A trace is a function of the
/// scenario, the seed and the inputs; each of these would be one more input that nobody records.
final class Determinism {
    /// Nothing of these may differ from one run to the next.
    private static final String[] MACHINE = {
        "..ring3.hardware..",
        "..ring3.syslib..",
        "..ring3.events..",
        "..ring3.kernel..",
        "..ring3.components.."
    };

    private Determinism() {}

    static ArchRule machineSeesNoHost() {
        return noClasses()
                .that()
                .resideInAnyPackage(MACHINE)
                .and(describe("are not Hart or Coroutine", type -> !isProcessor(type)))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                        "java.time..",
                                        "java.net..",
                                        "java.nio.file..",
                                        "java.nio.channels..",
                                        "java.util.concurrent..",
                                        "java.util.random..",
                                        "java.lang.ref..",
                                        "java.lang.management..",
                                        "java.security..")
                                .or(belongToAnyOf(Date.class, Calendar.class, TimeZone.class))
                                .or(
                                        belongToAnyOf(
                                                File.class, RandomAccessFile.class, Console.class))
                                .or(belongToAnyOf(FileInputStream.class, FileOutputStream.class))
                                .or(belongToAnyOf(FileReader.class, FileWriter.class))
                                .or(belongToAnyOf(Random.class, SplittableRandom.class, UUID.class))
                                .or(belongToAnyOf(Timer.class, ThreadLocal.class, Runtime.class))
                                .or(belongToAnyOf(Process.class, ServiceLoader.class)));
    }

    /// The one door to the host's threads: a process runs and is suspended there and nowhere else.
    static ArchRule onlyHartAndCoroutineKnowThreads() {
        return noClasses()
                .that()
                .resideInAnyPackage(MACHINE)
                .and(describe("are not Hart or Coroutine", type -> !isProcessor(type)))
                .should()
                .dependOnClassesThat(
                        belongToAnyOf(Thread.class).or(resideInAPackage("jdk.internal..")));
    }

    /// Where these keep a thing depends on identity hash codes, or on a salt drawn at each start.
    static ArchRule machineKeepsItsThingsInOrder() {
        return noClasses()
                .that()
                .resideInAnyPackage(MACHINE)
                .should()
                .dependOnClassesThat(
                        belongToAnyOf(HashMap.class, HashSet.class)
                                .or(belongToAnyOf(IdentityHashMap.class, WeakHashMap.class)))
                .orShould()
                .accessTargetWhere(
                        isCalled(Set.class, "of", "copyOf")
                                .or(isCalled(Map.class, "of", "ofEntries", "copyOf"))
                                .or(isCalled(Collectors.class, "toSet", "toMap", "groupingBy")));
    }

    /// Of `System` only `arraycopy` is left: the rest is clocks, settings, streams and identity.
    static ArchRule machineAsksNoClockAndNoSetting() {
        return noClasses()
                .that()
                .resideInAnyPackage(MACHINE)
                .should()
                .accessTargetWhere(
                        describe(
                                "touches System but for arraycopy",
                                access ->
                                        access.getTargetOwner().isEquivalentTo(System.class)
                                                && !access.getName().equals("arraycopy")))
                .orShould()
                .accessTargetWhere(isCalled(Math.class, "random"))
                .orShould()
                .accessTargetWhere(
                        isCalled(String.class, "format", "formatted").and(withoutLocale()))
                .because("a clock, a property, a locale and chance are inputs that nobody records");
    }

    /// Two machines in one program would meet in it.
    static ArchRule machineHasNoStaticsThatChange() {
        return fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(MACHINE)
                .should()
                .beFinal();
    }

    private static boolean isProcessor(JavaClass type) {
        return type.getName().matches("(.*\\.)?ring3\\.hardware\\.(Coroutine|Hart)(\\$.*)?");
    }

    private static DescribedPredicate<JavaAccess<?>> isCalled(Class<?> owner, String... names) {
        return describe(
                owner.getSimpleName() + " is asked for " + String.join(" or ", names),
                access ->
                        access.getTargetOwner().isEquivalentTo(owner)
                                && List.of(names).contains(access.getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> withoutLocale() {
        return describe(
                "no locale is named",
                access ->
                        !(access.getTarget() instanceof CodeUnitAccessTarget method)
                                || method.getRawParameterTypes().stream()
                                        .noneMatch(type -> type.isEquivalentTo(Locale.class)));
    }
}
