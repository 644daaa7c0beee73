package ring3.visualizer;

import ring3.events.KernelEvent;
import ring3.events.Observer;
import ring3.events.snapshots.MachineSnapshot;
import ring3.hardware.LedPicture;

/// The machine's end of the lab: it watches on the machine's thread and hands frames over. The
/// first event of a run makes it forget the run before.
public final class LabFeed implements Observer {
    private final EventTrace trace;
    private final LatestSnapshot latest;
    private CensusTaker taker = new CensusTaker();
    private int run;

    /// A feed that writes to these two and reads neither.
    public LabFeed(EventTrace trace, LatestSnapshot latest) {
        this.trace = trace;
        this.latest = latest;
    }

    @Override
    public boolean on(KernelEvent event) {
        if (event.number() == 1) {
            run++;
            taker = new CensusTaker();
        }
        trace.add(event);
        taker.add(event);
        return false;
    }

    /// The frame that shows this snapshot, and `lights` on the LED panel.
    public LabFrame frame(
            MachineSnapshot snapshot, LedPicture lights, boolean running, Speed speed) {
        return new LabFrame(snapshot, lights, running, speed, taker.census(), run);
    }

    /// Puts the frame where the lab will find it.
    public void publish(MachineSnapshot snapshot, LedPicture lights, boolean running, Speed speed) {
        latest.publish(frame(snapshot, lights, running, speed));
    }
}
