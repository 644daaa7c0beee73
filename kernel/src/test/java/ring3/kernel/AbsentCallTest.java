package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.KernelCallRefused;
import ring3.events.Rule;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.Rights;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Padconf;
import ring3.syslib.SysCall;

/// Calls of the original that this kernel does not have.
class AbsentCallTest {
    private final TestMachine machine = new TestMachine();
    private final Member caller = machine.service("caller");
    private final List<Integer> status = new ArrayList<>();

    @Test
    void callThatTheKernelDoesNotHaveIsRefused() {
        caller.runs(sys -> status.add(sys.status(new Padconf(1, 2, 3))));
        machine.run();

        assertEquals(List.of(Errno.EBADREQUEST.status()), status);
        assertEquals(Rule.NO_SUCH_CALL, machine.events(KernelCallRefused.class).getFirst().rule());
    }

    @Test
    void maskIsLookedAtFirst() {
        caller.rights(Rights.ALL.calls(SysCall.SYS_TIMES));
        caller.runs(sys -> status.add(sys.status(new Padconf(1, 2, 3))));
        machine.run();

        assertEquals(List.of(Errno.ECALLDENIED.status()), status);
    }

    @Test
    void everyAbsentCallHasItsReason() {
        for (SysCall call : SysCall.values()) {
            assertEquals(call.isImplemented(), !call.errors().contains(Errno.EBADREQUEST));
            assertTrue(call.meaning().length() > 10, call.name());
        }
    }
}
