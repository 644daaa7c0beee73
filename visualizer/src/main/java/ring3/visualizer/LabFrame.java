package ring3.visualizer;

import ring3.events.snapshots.MachineSnapshot;

/// What the lab draws at most once a frame.
///
/// @param running whether the machine runs, or stands and waits to be stepped
/// @param speed how fast it runs when it does
/// @param census who lives in the machine, who did, and what was counted so far
/// @param run how often the machine was reset; events count from 1 again in each run
public record LabFrame(
        MachineSnapshot snapshot, boolean running, Speed speed, Census census, int run) {}
