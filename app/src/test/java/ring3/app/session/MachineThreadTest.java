package ring3.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ring3.app.Installation;
import ring3.app.machine.MachineSpec;
import ring3.events.Observer;
import ring3.hardware.CostModel;
import ring3.visualizer.EventTrace;
import ring3.visualizer.LabFrame;
import ring3.visualizer.LatestSnapshot;
import ring3.visualizer.StepSize;

/// The thread of a machine and those who control it from others.
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MachineThreadTest {
    private final LatestSnapshot latest = new LatestSnapshot();
    private final CompletableFuture<String> failure = new CompletableFuture<>();

    private MachineThread start(Script script) {
        var thread =
                new MachineThread(
                        observer -> powerOn(script, observer),
                        new EventTrace(1 << 10),
                        latest,
                        failure::complete);
        thread.start();
        return thread;
    }

    private static Session powerOn(Script script, Observer observer) {
        var spec =
                new MachineSpec(
                        Installation.home().systemDisk(), null, List.of(), CostModel.DEFAULT, true);
        return new Session(spec, script, observer);
    }

    private LabFrame nextFrame() {
        @Nullable LabFrame frame = latest.take();
        while (frame == null) {
            Thread.onSpinWait();
            frame = latest.take();
        }
        return frame;
    }

    @Test
    void eachStepShowsALaterMachineThatStands() {
        try (MachineThread machine = start(Script.NONE)) {
            long event = nextFrame().snapshot().event();
            for (int i = 0; i < 5; i++) {
                machine.step(StepSize.EVENT);
                LabFrame frame = nextFrame();
                while (frame.snapshot().event() == event) {
                    frame = nextFrame();
                }
                assertTrue(frame.snapshot().event() > event);
                assertEquals(false, frame.running());
                event = frame.snapshot().event();
            }
        }
    }

    @Test
    void aRunningMachineShowsThatItRuns() {
        try (MachineThread machine = start(Script.NONE)) {
            machine.run();
            LabFrame frame = nextFrame();
            while (!frame.running() || frame.snapshot().nanos() == 0) {
                frame = nextFrame();
            }
            machine.pause();
            while (frame.running()) {
                frame = nextFrame();
            }
        }
    }

    @Test
    void aBugOfOursIsToldWithTheEventBehindWhichItHappened() throws Exception {
        Script broken =
                new Script() {
                    @Override
                    public long dueNanos() {
                        return 0;
                    }

                    @Override
                    public boolean act(Session session) {
                        throw new IllegalStateException("broken");
                    }
                };
        try (MachineThread machine = start(broken)) {
            machine.run();

            String told = failure.get();

            assertTrue(told.startsWith("at event "), told);
            assertTrue(told.contains("broken"), told);
        }
    }
}
