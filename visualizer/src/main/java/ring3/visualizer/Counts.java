package ring3.visualizer;

import java.util.Collections;
import java.util.List;
import ring3.syslib.SysCall;

/// How often the things happened that the lab counts.
///
/// @param messages messages that reached their receivers
/// @param faults exceptions
/// @param restarts later incarnations of a service that started
/// @param denied accesses that privileges or grants did not allow
/// @param calls for each kernel call, in the order of [SysCall], how often it was made, whether
///   carried out or refused
public record Counts(long messages, long faults, long restarts, long denied, List<Long> calls) {
    /// Nothing happened yet.
    public static final Counts NONE =
            new Counts(0, 0, 0, 0, Collections.nCopies(SysCall.values().length, 0L));

    public Counts {
        calls = List.copyOf(calls);
    }

    /// How often that call was made.
    public long of(SysCall call) {
        return calls.get(call.ordinal());
    }
}
