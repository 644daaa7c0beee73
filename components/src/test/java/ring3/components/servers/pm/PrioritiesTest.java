package ring3.components.servers.pm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ring3.components.protocol.Pm.PmGetpriority;
import ring3.components.protocol.Pm.PmSetpolicy;
import ring3.components.protocol.Pm.PmSetpriority;
import ring3.components.protocol.Sched.SchedulingInherit;
import ring3.components.protocol.Sched.SchedulingSetNice;
import ring3.components.protocol.Sched.SchedulingSetPolicy;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Result;

class PrioritiesTest {
    private static final Endpoint INIT = Endpoint.INIT;
    private static final int COUNTED_FROM = 20;

    private final PmMachine machine = new PmMachine();

    @AfterEach
    void end() {
        machine.close();
    }

    private List<Message> askedOfSched() {
        return machine.traps.askedOf(Endpoint.SCHED);
    }

    private Result nice(Endpoint caller, int pid, int nice) {
        return (Result) machine.ask(caller, new PmSetpriority(pid, nice));
    }

    @ParameterizedTest
    @CsvSource({"-20, 0", "-10, 3", "0, 7", "10, 11", "19, 15", "20, 15"})
    void aNiceValueBecomesTheHighestQueue(int nice, int queue) {
        assertEquals(Result.OK, nice(INIT, 0, nice));

        assertEquals(List.of(new SchedulingSetNice(INIT, queue)), askedOfSched());
        assertEquals(new Result(COUNTED_FROM + nice), machine.ask(INIT, new PmGetpriority(0)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-21, 21})
    void aNiceValueThatDoesNotExistIsRefused(int nice) {
        assertEquals(Result.of(Errno.EINVAL), nice(INIT, 0, nice));

        assertEquals(List.of(), askedOfSched());
        assertEquals(new Result(COUNTED_FROM), machine.ask(INIT, new PmGetpriority(0)));
    }

    @Test
    void aRefusalOfTheSchedulingServerLeavesTheNiceValueAsItWas() {
        machine.traps.answer(Endpoint.SCHED, _ -> Result.of(Errno.EINVAL));

        assertEquals(Result.of(Errno.EINVAL), nice(INIT, 0, 5));
        assertEquals(new Result(COUNTED_FROM), machine.ask(INIT, new PmGetpriority(0)));
    }

    @Test
    void aChildIsAsNiceAsItsParent() {
        nice(INIT, 0, 10);
        machine.traps.forget();

        Endpoint child = machine.fork(INIT);

        assertEquals(List.of(new SchedulingInherit(child, INIT, 11)), askedOfSched());
        assertEquals(new Result(COUNTED_FROM + 10), machine.ask(child, new PmGetpriority(0)));
    }

    @Test
    void anotherProcessGoesByItsPid() {
        Endpoint child = machine.fork(INIT);

        assertEquals(Result.OK, nice(INIT, 6, 3));
        assertEquals(new Result(COUNTED_FROM + 3), machine.ask(child, new PmGetpriority(0)));
    }

    @ParameterizedTest(name = "pid {0}")
    @ValueSource(ints = {2, 4711})
    void servicesAndThoseWhoAreNotThereHaveNoNiceValue(int pid) {
        assertEquals(Result.of(Errno.ESRCH), nice(INIT, pid, 3));
        assertEquals(Result.of(Errno.ESRCH), machine.ask(INIT, new PmGetpriority(pid)));
    }

    @Test
    void aZombieHasNoNiceValueAnyMore() {
        machine.exit(machine.fork(INIT), 0);

        assertEquals(Result.of(Errno.ESRCH), nice(INIT, 6, 3));
    }

    @Test
    void theChoiceOfThePolicyIsHandedOnAndSoIsTheAnswer() {
        machine.traps.answer(Endpoint.SCHED, _ -> new Result(2));

        assertEquals(new Result(2), machine.ask(INIT, new PmSetpolicy(1)));
        assertEquals(List.of(new SchedulingSetPolicy(1)), askedOfSched());
    }

    @Test
    void aServiceMayChooseNoPolicy() {
        assertEquals(Result.of(Errno.EPERM), machine.ask(Endpoint.TTY, new PmSetpolicy(1)));
        assertEquals(List.of(), askedOfSched());
    }
}
