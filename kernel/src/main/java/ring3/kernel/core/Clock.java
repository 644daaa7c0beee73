package ring3.kernel.core;

import ring3.events.KernelEvent.AlarmExpired;
import ring3.hardware.PortBus;
import ring3.syslib.Endpoint;

/// The clock task: it programs the timer chip, counts its ticks and wakes those whose alarm is due
/// (minix: kernel/clock.c).
public final class Clock {
    /// Ticks a second (minix: include/minix/const.h, HZ on x86).
    static final int HZ = 60;

    private static final int PIT_HZ = 1_193_182;
    private static final int PIT_CHANNEL_0 = 0x40;
    private static final int PIT_MODE = 0x43;

    /// Channel 0, low then high byte, square wave.
    private static final int SQUARE_WAVE = 0x36;

    private final ProcTable procs;
    private final Ipc ipc;
    private final Trace trace;
    private long ticks;
    private long nextAlarmTicks = Priv.NO_ALARM;

    Clock(ProcTable procs, Ipc ipc, Trace trace) {
        this.procs = procs;
        this.ipc = ipc;
        this.trace = trace;
    }

    /// Makes the timer chip interrupt [#HZ] times a second.
    public void start(PortBus bus) {
        int count = PIT_HZ / HZ;
        bus.out(PIT_MODE, SQUARE_WAVE, 1);
        bus.out(PIT_CHANNEL_0, count & 0xff, 1);
        bus.out(PIT_CHANNEL_0, count >> 8, 1);
    }

    /// Ticks since boot.
    public long ticks() {
        return ticks;
    }

    /// The timer chip has interrupted.
    void tick() {
        ticks++;
        ipc.uptimeTicks = ticks;
        if (ticks >= nextAlarmTicks) {
            expire();
        }
    }

    private void expire() {
        Proc clock = procs.slot(Endpoint.CLOCK.slot());
        for (Priv priv : procs.privs()) {
            Proc owner = priv.owner;
            if (priv.alarmTicks <= ticks && owner != null) {
                priv.alarmTicks = Priv.NO_ALARM;
                trace.publish(new AlarmExpired(trace.next(), trace.nanos(), owner.endpoint));
                ipc.notifyFrom(clock, owner);
            }
        }
        findNext();
    }

    /// Sets the alarm of `priv`; [Priv#NO_ALARM] cancels it. Returns the ticks the former one had
    /// left, or -1 when there was none.
    public long setAlarm(Priv priv, long atTicks) {
        long left = priv.alarmTicks == Priv.NO_ALARM ? -1 : priv.alarmTicks - ticks;
        priv.alarmTicks = atTicks;
        findNext();
        return left;
    }

    private void findNext() {
        nextAlarmTicks = Priv.NO_ALARM;
        for (Priv priv : procs.privs()) {
            nextAlarmTicks = Math.min(nextAlarmTicks, priv.alarmTicks);
        }
    }
}
