package ring3.kernel.core;

import module ring3.events;

import ring3.events.KernelEvent.AlarmExpired;

/// The clock is part of the kernel: it counts ticks, tells services when their alarm is due, and
/// keeps the timers on the processor time of processes (minix: kernel/clock.c).
public final class Clock {
    /// Ticks a second (minix: include/minix/const.h, HZ on x86).
    public static final int HZ = 60;

    private static final int PIT_HZ = 1_193_182;
    private static final int PIT_CHANNEL_0 = 0x40;
    private static final int PIT_MODE = 0x43;

    /// Channel 0, low then high byte, square wave.
    private static final int SQUARE_WAVE = 0x36;

    /// The emulated machine is switched on at 2026-01-01T00:00:00Z unless somebody says otherwise.
    private static final long POWER_ON_SECONDS = 1_767_225_600L;

    private final Core core;
    private long ticks;
    private long nextAlarmTicks = Priv.NO_ALARM;

    /// When the machine was switched on, in seconds since 1970.
    public long bootSeconds = POWER_ON_SECONDS;

    Clock(Core core) {
        this.core = core;
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
        Proc running = core.procs.find(core.processor.running);
        if (running != null) {
            core.profile.sample(running);
            bill(running);
        }
        if (ticks >= nextAlarmTicks) {
            expire();
        }
    }

    private void bill(Proc running) {
        if (running.virtualTicks > 0 && --running.virtualTicks == 0) {
            core.signals.raise(running, Signals.SIGVTALRM);
        }
        if (running.profileTicks > 0 && --running.profileTicks == 0) {
            core.signals.raise(running, Signals.SIGPROF);
        }
    }

    private void expire() {
        for (Priv priv : core.procs.privs()) {
            Proc owner = priv.owner;
            if (priv.alarmTicks <= ticks && owner != null) {
                priv.alarmTicks = Priv.NO_ALARM;
                core.trace.tell((n, t) -> new AlarmExpired(n, t, owner.endpoint));
                core.ipc.notifyFrom(Endpoint.CLOCK, owner);
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
        for (Priv priv : core.procs.privs()) {
            nextAlarmTicks = Math.min(nextAlarmTicks, priv.alarmTicks);
        }
    }
}
