package ring3.syslib;

/// Tells a scheduler that one of its processes has used up its quantum. The kernel sends it in the
/// name of that process, which then waits until SYS_SCHEDULE gives it a new quantum; no reply is
/// expected (minix: kernel/proc.c, notify_scheduler).
///
/// @param queueNanos time the process was ready and waited
/// @param cpuNanos processor time it used since it last ran out
/// @param preemptions how often another process was put before it
public record SchedulingNoQuantum(long queueNanos, long cpuNanos, int preemptions)
        implements Message {
    @Override
    public int type() {
        return 0xF01;
    }
}
