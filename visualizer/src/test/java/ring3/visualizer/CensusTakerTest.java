package ring3.visualizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.IpcRefused;
import ring3.events.ProcessKind;
import ring3.events.Rule;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Privctl;
import ring3.syslib.KernelRequest.Update;
import ring3.syslib.Privilege;
import ring3.syslib.Signals;
import ring3.syslib.Trap;
import ring3.visualizer.Resident.Phase;

class CensusTakerTest {
    private static final Endpoint NEXT = Endpoint.of(12, 2);

    private final Story story = Story.booted();

    private Resident resident(String label) {
        Resident resident = story.frame(true).census().resident(label);
        assertNotNull(resident, label);
        return resident;
    }

    @Test
    void everyProcessLivesInTheLayerOfItsKind() {
        assertEquals(ProcessKind.DRIVER, resident("at_wini").kind());
        assertEquals(ProcessKind.SERVER, resident("vfs").kind());
        assertEquals(ProcessKind.USER, resident("cat").kind());
    }

    @Test
    void placesOfALayerAreTakenOnce() {
        var census = story.frame(true).census();
        long distinct =
                census.residents().stream().map(r -> r.kind() + " " + r.place()).distinct().count();

        assertEquals(census.residents().size(), distinct);
    }

    @Test
    void aServiceThatFailsIsDyingAndSaysOfWhat() {
        story.failed(Story.AT_WINI);

        assertEquals(Phase.DYING, resident("at_wini").phase());
        assertEquals("NullPointerException at AtWini.java:142", resident("at_wini").cause());
    }

    @Test
    void aSignalThatCanBeCaughtKillsNobody() {
        story.signalled(Story.AT_WINI, Signals.SIGTERM);

        assertEquals(Phase.ALIVE, resident("at_wini").phase());
    }

    @Test
    void aSignalThatCannotBeCaughtDoes() {
        story.signalled(Story.AT_WINI, Signals.SIGKILL);

        assertEquals(Phase.DYING, resident("at_wini").phase());
        assertEquals("SIGKILL", resident("at_wini").cause());
    }

    @Test
    void aDeadServiceKeepsItsPlaceForItsNextIncarnation() {
        int place = resident("at_wini").place();
        story.failed(Story.AT_WINI).died(Story.AT_WINI, "at_wini");
        assertEquals(Phase.GONE, resident("at_wini").phase());

        story.born(NEXT, Endpoint.RS, "rs").started(NEXT, "at_wini", ProcessKind.DRIVER);

        assertEquals(Phase.ALIVE, resident("at_wini").phase());
        assertEquals(place, resident("at_wini").place());
        assertEquals(2, resident("at_wini").incarnation());
        assertEquals(NEXT, resident("at_wini").endpoint());
        assertEquals(1, story.frame(true).census().counts().restarts());
    }

    @Test
    void theNextIncarnationMayStartBeforeTheLastOneIsGone() {
        story.failed(Story.AT_WINI);
        story.born(NEXT, Endpoint.RS, "rs").started(NEXT, "at_wini", ProcessKind.DRIVER);
        story.died(Story.AT_WINI, "at_wini");

        assertEquals(NEXT, resident("at_wini").endpoint());
        assertEquals(Phase.ALIVE, resident("at_wini").phase());
        assertEquals(2, resident("at_wini").incarnation());
        assertNull(story.frame(true).census().resident("at_wini-2"));
    }

    @Test
    void aUserProgramThatFailsIsNotReincarnated() {
        Endpoint other = Endpoint.of(16, 1);
        story.signalled(Story.CAT, Signals.SIGSEGV);
        story.born(other, Story.SH, "sh").started(other, "cat", ProcessKind.USER);

        assertEquals(Story.CAT, resident("cat").endpoint());
        assertEquals(other, resident("cat-2").endpoint());
    }

    @Test
    void aDeadUserProgramLeavesItsPlaceToOthers() {
        int place = resident("cat").place();
        story.died(Story.CAT, "cat");
        assertNull(story.frame(true).census().resident("cat"));

        Endpoint wc = Endpoint.of(14, 2);
        story.born(wc, Story.SH, "sh").started(wc, "wc", ProcessKind.USER);

        assertEquals(place, resident("wc").place());
        assertEquals(0, story.frame(true).census().counts().restarts());
    }

    @Test
    void twoServicesOfOneNameHaveTwoBoxes() {
        Endpoint second = Endpoint.of(20, 1);
        story.born(second, Endpoint.RS, "rs").started(second, "mfs", ProcessKind.SERVER);

        assertEquals(Endpoint.MFS, resident("mfs").endpoint());
        assertEquals(second, resident("mfs-2").endpoint());
        story.died(second, "mfs");
        assertEquals(Phase.GONE, resident("mfs-2").phase());
    }

    @Test
    void aServiceThatRsStopsIsReplacedByTheNextOfItsName() {
        story.calls(Endpoint.RS, new Privctl(Story.AT_WINI, Privilege.DISALLOW, 0));
        assertEquals(Phase.DYING, resident("at_wini").phase());
        assertEquals("stopped by rs", resident("at_wini").cause());

        story.born(NEXT, Endpoint.RS, "rs").started(NEXT, "at_wini", ProcessKind.DRIVER);
        story.died(Story.AT_WINI, "at_wini");

        assertEquals(NEXT, resident("at_wini").endpoint());
        assertEquals(2, resident("at_wini").incarnation());
    }

    @Test
    void aLiveUpdateKeepsTheBoxAndLeavesNoGrave() {
        story.born(NEXT, Endpoint.RS, "rs").started(NEXT, "at_wini", ProcessKind.DRIVER);
        story.calls(Endpoint.VM, new Update(NEXT, Story.AT_WINI, 0));
        story.died(NEXT, "at_wini");

        assertEquals(Story.AT_WINI, resident("at_wini").endpoint());
        assertEquals(2, resident("at_wini").incarnation());
        assertNull(story.frame(true).census().resident("at_wini-2"));
    }

    @Test
    void aLiveUpdateThatIsTakenBackLeavesTheServiceAsItWas() {
        story.born(NEXT, Endpoint.RS, "rs").started(NEXT, "at_wini", ProcessKind.DRIVER);
        story.calls(Endpoint.VM, new Update(NEXT, Story.AT_WINI, 0));
        story.calls(Endpoint.RS, new Privctl(Story.AT_WINI, Privilege.DISALLOW, 0));
        story.calls(Endpoint.VM, new Update(NEXT, Story.AT_WINI, Update.ROLLBACK));
        story.died(NEXT, "at_wini");

        assertEquals(Phase.ALIVE, resident("at_wini").phase());
        assertEquals(1, resident("at_wini").incarnation());
        assertNull(story.frame(true).census().resident("at_wini-2"));
    }

    @Test
    void aForkedCopyOfAServiceLeavesNoGrave() {
        Endpoint copy = Endpoint.of(20, 1);
        story.born(copy, Endpoint.RS, "rs");
        assertEquals(0, resident("rs-2").incarnation());

        story.died(copy, "rs");

        assertNull(story.frame(true).census().resident("rs-2"));
        assertEquals(Phase.ALIVE, resident("rs").phase());
    }

    @Test
    void onlyABreachOfRightsCountsAsDenied() {
        var taker = new CensusTaker();
        taker.add(refusal(Rule.PEER_DIED));
        assertEquals(0, taker.census().counts().denied());

        taker.add(refusal(Rule.SEND_MASK));

        assertEquals(1, taker.census().counts().denied());
    }

    private static IpcRefused refusal(Rule rule) {
        return new IpcRefused(1, 1, Story.CAT, Trap.SEND, Endpoint.MFS, Errno.EPERM, rule);
    }
}
