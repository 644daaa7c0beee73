package ring3.app.scenario;

import ring3.app.session.Session;
import ring3.hardware.DiskImage;
import ring3.hardware.TextScreen;

/// What a condition may look at.
///
/// @param session the machine as it is now
/// @param witness what happened so far
/// @param noted drive 0 as it was at power-on, or when the scenario took note of it
record Scene(Session session, Witness witness, DiskImage noted) {
    /// What console 0 shows.
    TextScreen screen() {
        return session.machine().computer().vga().screen();
    }

    /// Drive 0 as it is now.
    DiskImage disk() {
        return session.machine().systemDisk();
    }
}
