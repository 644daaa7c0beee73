package ring3.components.programs;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import ring3.components.lib.posix.CommandLine;
import ring3.components.lib.posix.Outcome;
import ring3.components.lib.posix.Posix;
import ring3.components.lib.posix.UserProgram;
import ring3.components.protocol.SchedulingPolicy;
import ring3.syslib.Errno;

/// `schedpolicy [minix | rr | lottery]`: schedules all processes by another policy from now on;
/// without an operand it tells which it is. Ring3's own.
public final class Schedpolicy implements UserProgram {
    private static final int USAGE_STATUS = 2;

    @Override
    public int main(Posix posix, List<String> arguments) {
        CommandLine line = CommandLine.parse(arguments, "");
        if (line.isRefused(posix, usage(), 0, 1)) {
            return USAGE_STATUS;
        }
        if (line.operands().isEmpty()) {
            return tell(posix);
        }
        SchedulingPolicy policy = SchedulingPolicy.find(line.operands().getFirst());
        if (policy == null) {
            posix.err().line("usage: schedpolicy " + usage());
            return USAGE_STATUS;
        }
        int status = posix.processes().setPolicy(policy);
        return status < 0 ? refused(posix, Errno.of(status)) : 0;
    }

    private static String usage() {
        return Arrays.stream(SchedulingPolicy.values())
                .map(SchedulingPolicy::word)
                .collect(Collectors.joining(" | ", "[", "]"));
    }

    private static int tell(Posix posix) {
        return switch (posix.processes().policy()) {
            case Outcome.Failure<SchedulingPolicy>(Errno error) -> refused(posix, error);
            case Outcome.Success<SchedulingPolicy>(SchedulingPolicy policy) -> {
                posix.out().line(policy.word());
                yield 0;
            }
        };
    }

    private static int refused(Posix posix, Errno error) {
        posix.complain("schedpolicy", "scheduling server", error);
        return 1;
    }
}
