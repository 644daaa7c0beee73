package ring3.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ring3.app.Installation;
import ring3.app.machine.MachineSpec;
import ring3.events.KernelEvent.ContextSwitched;
import ring3.events.KernelEvent.MessageDelivered;
import ring3.events.Observer;
import ring3.events.snapshots.MachineSnapshot;
import ring3.events.snapshots.ProcessSnapshot;
import ring3.hardware.CostModel;
import ring3.hardware.LedPicture;
import ring3.syslib.Endpoint;
import ring3.visualizer.EventTrace;
import ring3.visualizer.LabFrame;
import ring3.visualizer.LatestSnapshot;
import ring3.visualizer.Speed;
import ring3.visualizer.StepSize;

/// A machine in the lab, with a clock on the wall that the test moves.
class PacedSessionTest {
    private static final long MILLI = 1_000_000;

    private final EventTrace trace = new EventTrace(1 << 16);
    private final LatestSnapshot latest = new LatestSnapshot();
    private final PacedSession session = new PacedSession(PacedSessionTest::powerOn, trace, latest);
    private @Nullable LabFrame seen;
    private long real;

    private static Session powerOn(Observer observer) {
        var spec =
                new MachineSpec(
                        Installation.home().systemDisk(), null, List.of(), CostModel.DEFAULT, true);
        return new Session(spec, Script.NONE, observer);
    }

    /// Lets the session do all that it does before it next wants to wait; returns that wait.
    private long settle() {
        long wait = session.goOn(real);
        while (wait == 0) {
            wait = session.goOn(real);
        }
        return wait;
    }

    private MachineSnapshot look() {
        takeFrame();
        assertNotNull(seen);
        MachineSnapshot snapshot = seen.snapshot();
        seen = null;
        return snapshot;
    }

    /// Does what a screen does.
    private void takeFrame() {
        LabFrame frame = latest.take();
        if (frame != null) {
            seen = frame;
        }
    }

    private MachineSnapshot step(StepSize size) {
        session.step(size, real);
        assertEquals(Long.MAX_VALUE, settle());
        return look();
    }

    /// Runs for so much real time.
    private void pass(long nanos) {
        long end = real + nanos;
        while (real < end) {
            real += Math.min(end - real, Math.max(1, session.goOn(real)));
            takeFrame();
        }
        session.goOn(real);
    }

    @Test
    void aFrameCarriesTheLightsOfTheLedPanel() {
        var dark = new PacedSession(PacedSessionTest::powerOn, trace, latest);
        dark.goOn(real);
        assertEquals(LedPicture.OFF, lights());

        var lit = new PacedSession(PacedSessionTest::powerOnWithLights, trace, latest);
        lit.goOn(real);

        assertTrue(lights().isOn());
    }

    private static Session powerOnWithLights(Observer observer) {
        Session machine = powerOn(observer);
        machine.machine().computer().bus().out(0x302, 0x01, 1);
        return machine;
    }

    private LedPicture lights() {
        takeFrame();
        assertNotNull(seen);
        return seen.lights();
    }

    @Test
    void aNewMachineStandsAndIsShown() {
        assertEquals(Long.MAX_VALUE, settle());

        assertEquals(0, look().nanos());
        assertNull(latest.take());
    }

    @Test
    void aStepOfAnEventEndsBehindTheNextKernelEntryWithOne() {
        settle();
        long before = look().event();

        long after = step(StepSize.EVENT).event();

        assertTrue(after > before);
        assertEquals(after, trace.last());
    }

    @Test
    void aStepOfAMessageEndsWhereOneWasDelivered() {
        settle();
        long before = look().event();

        long after = step(StepSize.MESSAGE).event();

        assertTrue(
                trace.after(before, (int) (after - before)).stream()
                        .anyMatch(MessageDelivered.class::isInstance));
    }

    @Test
    void aStepOfAProcessEndsWhereItGetsTheProcessor() {
        session.select(Endpoint.DS);

        long event = step(StepSize.PROCESS).event();

        var last = trace.after(0, (int) event).reversed().stream();
        var found = last.filter(ContextSwitched.class::isInstance).findFirst().orElseThrow();
        assertEquals(Endpoint.DS, assertInstanceOf(ContextSwitched.class, found).to());
    }

    @Test
    void aPauseEndsAStepThatWouldNeverEnd() {
        session.select(Endpoint.of(99, 9));
        session.step(StepSize.PROCESS, real);
        session.goOn(real);

        session.pause();

        assertEquals(Long.MAX_VALUE, session.goOn(real));
    }

    @Test
    void atNormalSpeedAMachineGoesByTheClockOnTheWall() {
        session.run(real);
        pass(500 * MILLI);

        long nanos = look().nanos();
        assertTrue(nanos > 480 * MILLI && nanos < 510 * MILLI, "it is " + nanos);
    }

    @Test
    void aPausedMachineStandsWhileTimePasses() {
        session.run(real);
        pass(100 * MILLI);
        session.pause();
        pass(MILLI);
        long before = look().nanos();

        pass(100 * MILLI);

        assertNull(seen);
        assertTrue(before < 120 * MILLI);
    }

    @Test
    void atTenMessagesASecondThereAreTenMessagesASecond() {
        session.setSpeed(Speed.messages(10), real);
        session.run(real);
        pass(2_050 * MILLI);

        long messages =
                trace.after(0, 1 << 16).stream().filter(MessageDelivered.class::isInstance).count();
        assertTrue(messages >= 20 && messages <= 24, "there were " + messages);
    }

    @Test
    void aNoteInBetweenDoesNotHurryTheMachine() {
        session.setSpeed(Speed.messages(1), real);
        session.run(real);
        settle();
        long event = look().event();

        session.select(Endpoint.DS);
        session.goOn(real + MILLI);

        assertEquals(event, trace.last());
    }

    @Test
    void whatIsTypedReachesTheConsole() {
        session.setSpeed(Speed.MAX, real);
        session.run(real);
        pass(1_000 * MILLI);
        "echo $((40+2))\n".chars().forEach(c -> session.type((char) c));
        pass(1_000 * MILLI);

        assertTrue(look().screen().text().contains("\n42\n"));
    }

    @Test
    void aCrashedDiskDriverComesBack() {
        session.setSpeed(Speed.MAX, real);
        session.run(real);
        pass(1_000 * MILLI);
        ProcessSnapshot before = process(look(), "at_wini");

        session.apply(new Input.Crash(before.endpoint()));
        pass(1_000 * MILLI);

        ProcessSnapshot after = process(look(), "at_wini");
        assertFalse(after.endpoint().equals(before.endpoint()));
    }

    private static ProcessSnapshot process(MachineSnapshot machine, String name) {
        return machine.processes().stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aResetBeginsAtPowerOnAndGoesOnRunning() {
        session.run(real);
        pass(300 * MILLI);

        session.reset(real);
        pass(20 * MILLI);

        assertTrue(look().nanos() < 30 * MILLI);
    }
}
