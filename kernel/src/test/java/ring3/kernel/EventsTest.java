package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static ring3.kernel.testing.TestMachine.must;
import static ring3.kernel.testing.TestMachine.pause;

import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.Ping;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.KernelRequest.Clear;
import ring3.syslib.KernelRequest.Irqctl;

/// Whoever watches learns of everything, in order, and with numbers without gaps.
class EventsTest {
    private final TestMachine machine = new TestMachine();
    private final Member a = machine.service("a");
    private final Member b = machine.service("b").scheduled(8, 200);

    /// What was told, as words.
    private List<String> story() {
        List<KernelEvent> events = machine.events();
        for (int i = 0; i < events.size(); i++) {
            assertEquals(i + 1, events.get(i).number());
        }
        return events.stream().map(this::word).filter(word -> !word.isEmpty()).toList();
    }

    private String name(Endpoint endpoint) {
        if (endpoint.equals(Endpoint.NONE)) {
            return "nobody";
        }
        boolean isA = endpoint.equals(a.endpoint());
        return isA ? "a" : endpoint.equals(b.endpoint()) ? "b" : "" + endpoint.slot();
    }

    private String word(KernelEvent event) {
        return switch (event) {
            case KernelEvent.MessageQueued e ->
                    name(e.source()) + " waits for " + name(e.destination());
            case KernelEvent.MessageDelivered e ->
                    name(e.source()) + " reaches " + name(e.destination()) + " by " + e.trap();
            case KernelEvent.NotificationPending e ->
                    name(e.source()) + " notes for " + name(e.destination());
            case KernelEvent.ReceiverBlocked e ->
                    name(e.receiver()) + " receives from " + name(e.source());
            case KernelEvent.KernelCalled e ->
                    name(e.caller()).matches("a|b") ? name(e.caller()) + " calls" : "";
            case KernelEvent.ContextSwitched e -> name(e.from()) + " to " + name(e.to());
            case KernelEvent.Preempted e -> name(e.process()) + " is preempted";
            case KernelEvent.AlarmExpired e -> "alarm of " + name(e.process());
            case KernelEvent.InterruptServed e -> "interrupt " + e.line();
            case KernelEvent.ProcessDied e -> e.name() + " dies";
            case KernelEvent.IpcRefused e -> name(e.caller()) + " gets " + e.error();
            case KernelEvent.Scheduled e ->
                    e.process().equals(Endpoint.RS)
                            ? ""
                            : name(e.process())
                                    + " in "
                                    + e.priority()
                                    + " for "
                                    + e.quantumMillis();
            case KernelEvent.ProgramStarted e -> e.name() + " starts";
            case KernelEvent.ProcessBorn e -> e.name() + " is born";
            default -> "";
        };
    }

    @Test
    void bootIsToldFromTheFirstProcessOn() {
        machine.run();

        assertEquals(
                List.of(
                        "asyncm is born",
                        "idle is born",
                        "clock is born",
                        "system is born",
                        "kernel is born",
                        "rs is born",
                        "rs starts",
                        "a is born",
                        "a starts",
                        "b is born",
                        "b starts",
                        "nobody to 2",
                        "a in 7 for 200",
                        "b in 8 for 200"),
                story().stream().takeWhile(w -> !w.startsWith("2 receives from")).toList());
    }

    private List<String> ofTheTwo() {
        machine.run(2 * TestMachine.TICK);
        return story().stream()
                .dropWhile(w -> !w.equals("b in 8 for 200"))
                .skip(1)
                .filter(w -> w.startsWith("a ") || w.startsWith("b ") || w.contains(" of a"))
                .filter(w -> !w.contains(" to ") && !w.contains("from " + Endpoint.IDLE.slot()))
                .toList();
    }

    @Test
    void sendThatWaitsIsToldWhenItBeginsAndWhenItEnds() {
        a.runs(sys -> sys.send(b.endpoint(), new Ping(1)));
        b.runs(sys -> sys.receive(a.endpoint()));

        assertEquals(List.of("a waits for b", "a reaches b by SEND", "b is preempted"), ofTheTwo());
    }

    @Test
    void requestIsToldWithTheWaitForItsReply() {
        a.runs(sys -> sys.sendrec(b.endpoint(), new Ping(1)));
        b.runs(sys -> sys.reply(sys.receive().source(), new Ping(2)));

        assertEquals(
                List.of(
                        "a waits for b",
                        "a receives from b",
                        "a reaches b by SENDREC",
                        "b reaches a by SENDNB",
                        "b is preempted"),
                ofTheTwo());
    }

    @Test
    void notificationIsToldWhenItIsNotedAndWhenItIsTaken() {
        a.runs(sys -> sys.notify(b.endpoint()));
        b.runs(sys -> sys.receive());

        assertEquals(List.of("a notes for b", "a reaches b by NOTIFY"), ofTheTwo());
    }

    @Test
    void alarmAndDeathAreTold() {
        b.runs(sys -> sys.receive(a.endpoint()));
        a.runs(sys -> {
            pause(sys, 1);
            must(sys, new Irqctl(Irqctl.SET_POLICY, 5, 0, 1));
        });
        machine.rs(sys -> {
            pause(sys, 1);
            must(sys, new Clear(a.endpoint()));
        });

        assertEquals(
                List.of(
                        "a calls",
                        "a receives from " + Endpoint.CLOCK.slot(),
                        "b receives from a",
                        "alarm of a",
                        "b gets EDEADSRCDST",
                        "a dies"),
                ofTheTwo());
    }
}
