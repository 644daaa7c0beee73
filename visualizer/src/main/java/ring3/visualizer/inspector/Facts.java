package ring3.visualizer.inspector;

import static ring3.visualizer.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ring3.events.snapshots.PrivilegeSnapshot;
import ring3.events.snapshots.ProcessSnapshot;
import ring3.events.snapshots.ProcessState;
import ring3.syslib.Endpoint;
import ring3.syslib.Privilege.Range;
import ring3.visualizer.LabFrame;
import ring3.visualizer.Resident;
import ring3.visualizer.Texts;

/// What there is to say about a process, as lines.
final class Facts {
    private Facts() {}

    static List<Fact> state(LabFrame frame, Resident resident) {
        List<Fact> facts = new ArrayList<>();
        ProcessSnapshot process = frame.snapshot().process(resident.endpoint());
        facts.add(new Fact(text("fact.state"), stateWords(frame, resident, process)));
        facts.add(new Fact(text("fact.incarnation"), incarnation(resident)));
        if (!resident.cause().isEmpty()) {
            facts.add(new Fact(diedOf(resident), resident.cause(), true));
        }
        if (process != null) {
            addLiving(facts, process);
        }
        return facts;
    }

    private static String stateWords(
            LabFrame frame, Resident resident, @Nullable ProcessSnapshot process) {
        if (resident.phase() != Resident.Phase.ALIVE) {
            return text("inspector." + resident.phase().name().toLowerCase(Locale.ROOT));
        }
        if (process == null) {
            return text("state.unknown");
        }
        String word = process.state().name().replace('_', ' ');
        return switch (process.state()) {
            case SENDING -> word + " \u2192 " + partner(frame, process);
            case RECEIVING -> word + " \u2190 " + partner(frame, process);
            case RUNNING,
                    READY,
                    NO_QUANTUM,
                    SIGNALED,
                    NO_MEMORY,
                    STOPPED,
                    NO_PRIVILEGES,
                    KERNEL_TASK ->
                    word;
        };
    }

    private static String partner(LabFrame frame, ProcessSnapshot process) {
        if (process.partner().equals(Endpoint.ANY)) {
            return "ANY";
        }
        Resident partner = frame.census().resident(process.partner());
        return partner == null ? process.partner().toString() : partner.label();
    }

    private static String incarnation(Resident resident) {
        return resident.incarnation() == 0
                ? text("inspector.copy")
                : text(
                        "inspector.address",
                        resident.incarnation(),
                        Integer.toString(resident.endpoint().slot()),
                        resident.endpoint().toString());
    }

    private static String diedOf(Resident resident) {
        return text(resident.phase() == Resident.Phase.ALIVE ? "fact.diedOfBefore" : "fact.diedOf");
    }

    private static void addLiving(List<Fact> facts, ProcessSnapshot process) {
        facts.add(
                new Fact(
                        text("fact.scheduling"),
                        process.kernelMode()
                                ? text("fact.scheduling.kernel", process.priority())
                                : text(
                                        "fact.scheduling.value",
                                        process.priority(),
                                        process.quantumLeftNanos() / 1_000_000,
                                        process.quantumMillis())));
        facts.add(
                new Fact(
                        text("fact.used"),
                        text(
                                "fact.used.value",
                                Texts.seconds(process.cpuNanos()),
                                process.memoryBytes() / 1024)));
        facts.add(
                new Fact(
                        text("fact.queue"),
                        text(
                                "fact.queue.value",
                                process.waitingSenders(),
                                process.pendingNotifications())));
    }

    static List<Fact> rights(LabFrame frame, Resident resident) {
        ProcessSnapshot process = frame.snapshot().process(resident.endpoint());
        if (process == null || process.state() == ProcessState.KERNEL_TASK) {
            return List.of();
        }
        PrivilegeSnapshot rights = process.privileges();
        return List.of(
                new Fact(text("fact.privileges"), privileges(process)),
                new Fact(text("fact.ports"), ports(rights)),
                new Fact(text("fact.irqs"), irqs(rights)),
                new Fact(text("fact.traps"), words(rights.traps())),
                new Fact(text("fact.sendTo"), words(rights.sendTo())),
                new Fact(text("fact.calls"), words(rights.calls())));
    }

    private static String privileges(ProcessSnapshot process) {
        PrivilegeSnapshot rights = process.privileges();
        if (process.kernelMode()) {
            return text("fact.privileges.kernel");
        }
        String key = rights.systemProcess() ? "fact.privileges.own" : "fact.privileges.shared";
        return text(key, rights.id());
    }

    private static String ports(PrivilegeSnapshot rights) {
        return rights.portsChecked()
                ? words(rights.ports().stream().map(Facts::range).toList())
                : text("fact.all");
    }

    private static String irqs(PrivilegeSnapshot rights) {
        return rights.irqsChecked()
                ? words(rights.irqs().stream().map(String::valueOf).toList())
                : text("fact.all");
    }

    private static String range(Range range) {
        return range.first() == range.last()
                ? hex(range.first())
                : hex(range.first()) + "-" + hex(range.last());
    }

    private static String hex(int port) {
        return Integer.toHexString(port).toUpperCase(Locale.ROOT);
    }

    private static String words(List<String> words) {
        return words.isEmpty()
                ? text("fact.none")
                : words.stream()
                        .map(word -> word.replaceFirst("^SYS_", ""))
                        .collect(Collectors.joining(" "));
    }
}
