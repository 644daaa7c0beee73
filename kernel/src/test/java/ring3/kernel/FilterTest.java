package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.kernel.testing.TestMachine.must;
import static ring3.kernel.testing.TestMachine.pause;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.Ping;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Statectl;
import ring3.syslib.Privilege;
import ring3.syslib.Received;
import ring3.syslib.Syslib;

/// SYS_STATECTL: a service chooses which messages it receives, by source, by type, or by both.
class FilterTest {
    private static final int LIST = 0x2000;
    private static final int EINVAL = Errno.EINVAL.status();
    private static final int SOURCE = Statectl.FILTER_SOURCE;
    private static final int TYPE = Statectl.FILTER_TYPE;

    private final TestMachine machine = new TestMachine();
    private final Member service = machine.service("service").scheduled(8, 200);
    private final Member a = machine.service("a");
    private final Member b = machine.service("b");
    private final List<Integer> status = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();

    /// An element of a filter.
    private record Element(int flags, Endpoint source, int number) {}

    private static Element from(Member source) {
        return new Element(SOURCE, source.endpoint(), 0);
    }

    private static Element from(Endpoint source) {
        return new Element(SOURCE, source, 0);
    }

    private static Element ofType(int number) {
        return new Element(TYPE, Endpoint.NONE, number);
    }

    private static Statectl filter(Syslib sys, int request, Element... elements) {
        for (int i = 0; i < elements.length; i++) {
            int at = LIST + i * Statectl.FILTER_BYTES;
            sys.memory().putInt(at, elements[i].flags());
            sys.memory().putInt(at + 4, elements[i].source().value());
            sys.memory().putInt(at + 8, new Ping(elements[i].number()).type());
        }
        return new Statectl(request, LIST, elements.length * Statectl.FILTER_BYTES);
    }

    /// Both send 1 and 2, from a process of their own each so that neither waits for the other.
    private void bothSend() {
        for (Member member : List.of(a, b)) {
            member.runs(sys -> {
                sys.asynsend(service.endpoint(), new Ping(1), 0);
                sys.asynsend(service.endpoint(), new Ping(2), 0);
            });
        }
    }

    private void hear(Syslib sys, int count) {
        for (int i = 0; i < count; i++) {
            Received in = sys.receive();
            String name = in.source().equals(a.endpoint()) ? "a" : "b";
            heard.add(name + ((Ping) in.message()).number());
        }
    }

    /// What the service hears of the two with these filters, and then without.
    private void filtered(int request, int count, Element... elements) {
        bothSend();
        service.runs(sys -> {
            must(sys, filter(sys, request, elements));
            hear(sys, count);
            status.add(sys.sendnb(Endpoint.RS, new Ping(0)));
            hear(sys, 1);
            heard.add("more than it should");
        });
        machine.run();

        assertEquals(1, status.size());
    }

    @Test
    void sourceOnTheBlackListIsNotHeard() {
        filtered(Statectl.ADD_BLACKLIST, 2, from(a));
        assertEquals(List.of("b1", "b2"), heard);
    }

    @Test
    void typeOnTheBlackListIsNotHeard() {
        filtered(Statectl.ADD_BLACKLIST, 2, ofType(1));
        assertEquals(List.of("a2", "b2"), heard);
    }

    @Test
    void elementWithBothStandsForThatTypeOfThatSource() {
        filtered(Statectl.ADD_BLACKLIST, 3, new Element(SOURCE | TYPE, a.endpoint(), 2));
        assertEquals(List.of("a1", "b1", "b2"), heard);
    }

    @Test
    void listOfSeveralElementsNamesThemAll() {
        Element second = new Element(SOURCE | TYPE, b.endpoint(), 1);
        filtered(Statectl.ADD_BLACKLIST, 1, from(a), second);
        assertEquals(List.of("b2"), heard);
    }

    @Test
    void onlyWhatIsOnTheWhiteListIsHeard() {
        filtered(Statectl.ADD_WHITELIST, 2, from(b));
        assertEquals(List.of("b1", "b2"), heard);
    }

    @Test
    void whiteListOfATypeAdmitsItFromAll() {
        filtered(Statectl.ADD_WHITELIST, 2, ofType(2));
        assertEquals(List.of("a2", "b2"), heard);
    }

    @Test
    void elementWithoutFlagsNamesEverything() {
        filtered(Statectl.ADD_WHITELIST, 4, new Element(0, Endpoint.NONE, 0));
        assertEquals(List.of("a1", "a2", "b1", "b2"), heard);
    }

    @Test
    void everyFilterMustAgree() {
        bothSend();
        service.runs(sys -> {
            must(sys, filter(sys, Statectl.ADD_WHITELIST, from(a)));
            must(sys, filter(sys, Statectl.ADD_BLACKLIST, ofType(1)));
            hear(sys, 2);
        });
        machine.run();

        assertEquals(List.of("a2"), heard);
    }

    @Test
    void withoutFiltersEverythingIsHeardAgain() {
        bothSend();
        service.runs(sys -> {
            must(sys, filter(sys, Statectl.ADD_WHITELIST, from(b)));
            must(sys, filter(sys, Statectl.ADD_BLACKLIST, ofType(2)));
            hear(sys, 1);
            must(sys, new Statectl(Statectl.CLEAR_FILTERS, 0, 0));
            hear(sys, 3);
        });
        machine.run();

        assertEquals(List.of("b1", "a1", "a2", "b2"), heard);
    }

    // ---- Kinds of sources

    /// What a service with a filter on a kind of source hears of a task, a service and a user.
    private void kinds(int request, Endpoint kind) {
        Member user = machine.user("user");
        user.runs(sys -> sys.call(Endpoint.PM, new Ping(1)));
        Member pm = machine.service("pm", Endpoint.PM).scheduled(9, 200);
        a.runs(sys -> sys.send(pm.endpoint(), new Ping(1)));
        pm.runs(sys -> {
            sys.setAlarm(1);
            pause(sys, 2);
            sys.setAlarm(1);
            must(sys, filter(sys, request, from(kind)));
            for (int i = 0; i < 3; i++) {
                heard.add(sys.receive().source().slot() + "");
            }
        });
        machine.run(6 * TestMachine.TICK);
    }

    private String slot(Member member) {
        return member.endpoint().slot() + "";
    }

    @Test
    void allTasksAreMeant() {
        kinds(Statectl.ADD_WHITELIST, Statectl.ANY_TSK);
        assertEquals(List.of(Endpoint.CLOCK.slot() + ""), heard);
    }

    @Test
    void allServicesAreMeant() {
        kinds(Statectl.ADD_WHITELIST, Statectl.ANY_SYS);
        assertEquals(List.of(slot(a)), heard);
    }

    @Test
    void allUserProcessesAreMeant() {
        kinds(Statectl.ADD_WHITELIST, Statectl.ANY_USR);
        assertEquals(1, heard.size());
        assertTrue(Integer.parseInt(heard.getFirst()) > 60);
    }

    @Test
    void allButTheUserProcessesAreMeant() {
        kinds(Statectl.ADD_BLACKLIST, Statectl.ANY_USR);
        assertEquals(List.of(slot(a), Endpoint.CLOCK.slot() + ""), heard);
    }

    // ---- Ways of a message

    @Test
    void filteredSenderWaitsAndOneWhoDoesNotWantToIsTold() {
        a.runs(sys -> status.add(sys.sendnb(service.endpoint(), new Ping(1))));
        b.runs(sys -> {
            status.add(sys.send(service.endpoint(), new Ping(2)));
            heard.add("b was heard");
        });
        service.scheduled(6, 200)
                .runs(sys -> {
                    must(sys, filter(sys, Statectl.ADD_BLACKLIST, from(a), from(b)));
                    sys.setAlarm(1);
                    heard.add("from " + sys.receive().source().slot());
                    must(sys, new Statectl(Statectl.CLEAR_FILTERS, 0, 0));
                    hear(sys, 1);
                });
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(Errno.ENOTREADY.status(), 0), status);
        assertEquals(List.of("from " + Endpoint.CLOCK.slot(), "b2", "b was heard"), heard);
    }

    @Test
    void filteredNotificationStaysPending() {
        a.runs(sys -> sys.notify(service.endpoint()));
        b.runs(sys -> sys.notify(service.endpoint()));
        service.runs(sys -> {
            must(sys, filter(sys, Statectl.ADD_BLACKLIST, from(a)));
            heard.add("" + sys.receive().source().slot());
            must(sys, new Statectl(Statectl.CLEAR_FILTERS, 0, 0));
            heard.add("" + sys.receive().source().slot());
        });
        machine.run();

        assertEquals(List.of(slot(b), slot(a)), heard);
    }

    @Test
    void notificationDoesNotEndAReceiveThatFiltersIt() {
        a.runs(sys -> sys.notify(service.endpoint()));
        b.runs(sys -> {
            pause(sys, 1);
            sys.notify(service.endpoint());
        });
        service.scheduled(6, 200)
                .runs(sys -> {
                    must(sys, filter(sys, Statectl.ADD_BLACKLIST, from(a)));
                    heard.add("" + sys.receive().source().slot());
                });
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(slot(b)), heard);
    }

    @Test
    void senderToOneWhoWaitsForItAndFiltersItIsNoRing() {
        a.runs(sys -> {
            status.add(sys.send(service.endpoint(), new Ping(1)));
            heard.add("sent");
        });
        b.runs(sys -> status.add(0));
        service.scheduled(6, 200)
                .runs(sys -> {
                    must(sys, filter(sys, Statectl.ADD_BLACKLIST, ofType(1)));
                    sys.receive(a.endpoint());
                });
        machine.run();

        assertEquals(List.of(0), status, "a waits, and is not refused");
    }

    @Test
    void receiverOfOneWhoseMessageItFiltersIsNoRing() {
        a.runs(sys -> sys.send(service.endpoint(), new Ping(1)));
        service.runs(sys -> {
            must(sys, filter(sys, Statectl.ADD_BLACKLIST, ofType(1)));
            status.add(sys.receive(a.endpoint()).message().type());
        });
        machine.run();

        assertEquals(List.of(), status, "it waits, and is not refused");
    }

    // ---- Refusals, and what else STATECTL does

    @Test
    void filtersThatMakeNoSenseAreRefused() {
        service.runs(sys -> {
            int bytes = Statectl.FILTER_BYTES;
            for (int wrong : new int[] {0, -bytes, bytes - 1, bytes + 1, 33 * bytes}) {
                status.add(sys.status(new Statectl(Statectl.ADD_BLACKLIST, LIST, wrong)));
            }
            status.add(sys.status(new Statectl(99, LIST, bytes)));
            status.add(sys.status(new Statectl(Statectl.ADD_WHITELIST, 0x7fff_f000, bytes)));
            hear(sys, 2);
        });
        bothSend();
        machine.run();

        int fault = Errno.EFAULT.status();
        assertEquals(List.of(EINVAL, EINVAL, EINVAL, EINVAL, EINVAL, EINVAL, fault), status);
        assertEquals(List.of("a1", "a2"), heard);
    }

    @Test
    void serviceHasFourFiltersOfThirtyTwoElementsAndNoMore() {
        service.runs(sys -> {
            int most = 32 * Statectl.FILTER_BYTES;
            for (int i = 0; i < 5; i++) {
                status.add(sys.status(new Statectl(Statectl.ADD_BLACKLIST, LIST, most)));
            }
            must(sys, new Statectl(Statectl.CLEAR_FILTERS, 0, 0));
            status.add(sys.status(new Statectl(Statectl.ADD_BLACKLIST, LIST, most)));
        });
        machine.run();

        assertEquals(List.of(0, 0, 0, 0, Errno.ENOSPC.status(), 0), status);
    }

    @Test
    void stateTableMustBeInTheMemoryOfTheCaller() {
        service.runs(sys -> {
            status.add(sys.status(new Statectl(Statectl.SET_STATE_TABLE, LIST, 64)));
            status.add(sys.status(new Statectl(Statectl.SET_STATE_TABLE, 0x7fff_f000, 64)));
            status.add(sys.status(new Statectl(Statectl.SET_STATE_TABLE, LIST, -1)));
        });
        machine.run();

        int fault = Errno.EFAULT.status();
        assertEquals(List.of(0, fault, fault), status);
    }

    @Test
    void whoeverIsNoServiceHasNoState() {
        service.rights(service.rights().withoutFlag(Privilege.SYS_PROC));
        service.runs(sys -> status.add(sys.status(new Statectl(Statectl.CLEAR_FILTERS, 0, 0))));
        machine.run();

        assertEquals(List.of(Errno.EPERM.status()), status);
    }
}
