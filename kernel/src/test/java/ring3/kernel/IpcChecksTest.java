package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.IpcRefused;
import ring3.events.KernelEvent.MessageDelivered;
import ring3.events.Rule;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.Ping;
import ring3.kernel.testing.Rights;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest;
import ring3.syslib.Privilege;
import ring3.syslib.Received;
import ring3.syslib.SysCall;
import ring3.syslib.Syslib;
import ring3.syslib.Trap;

/// The checks of every trap, one after another: partner ANY, endpoint, send mask, trap mask, kernel
/// task (minix: kernel/proc.c, do_sync_ipc).
class IpcChecksTest {
    private static final Endpoint STALE = Endpoint.of(200, 3);

    private final TestMachine machine = new TestMachine();
    private final Member caller = machine.service("caller");
    private final Member receiver = machine.service("receiver").scheduled(6, 200);
    private final List<Integer> status = new ArrayList<>();
    private final List<Received> got = new ArrayList<>();

    /// What `trap` gets as `rights`, and the rule that it broke.
    private Rule refused(Rights rights, ToIntFunction<Syslib> trap, Errno error) {
        receiver.runs(sys -> got.add(sys.receive()));
        caller.rights(rights).runs(sys -> status.add(trap.applyAsInt(sys)));
        machine.run();

        assertEquals(List.of(error.status()), status);
        assertTrue(got.isEmpty());
        assertTrue(machine.events(MessageDelivered.class).isEmpty());
        IpcRefused event = machine.events(IpcRefused.class).getFirst();
        assertEquals(error, event.error());
        assertEquals(caller.endpoint(), event.caller());
        return event.rule();
    }

    private int send(Syslib sys) {
        return sys.send(receiver.endpoint(), new Ping(1));
    }

    @Test
    void onlyAReceiveMayNameAnyEvenWithoutTheTrap() {
        Rights none = Rights.ALL.traps(Trap.RECEIVE);
        assertEquals(
                Rule.ANY_ONLY_RECEIVES,
                refused(none, sys -> sys.send(Endpoint.ANY, new Ping(1)), Errno.EINVAL));
    }

    @Test
    void deadEndpointIsSeenBeforeTheMasks() {
        Rights none = Rights.ALL.traps(Trap.RECEIVE).sendTo(0);
        assertEquals(
                Rule.DEAD_ENDPOINT,
                refused(none, sys -> sys.send(STALE, new Ping(1)), Errno.EDEADSRCDST));
    }

    @Test
    void anotherGenerationOfALivingSlotIsADeadEndpoint() {
        Endpoint next = Endpoint.of(receiver.endpoint().slot(), 1);
        assertEquals(
                Rule.DEAD_ENDPOINT,
                refused(Rights.ALL, sys -> sys.send(next, new Ping(1)), Errno.EDEADSRCDST));
    }

    @Test
    void receiveFromADeadEndpointFailsToo() {
        caller.runs(sys -> got.add(sys.receive(STALE)));
        machine.run();

        assertEquals(List.of(Received.failed(Errno.EDEADSRCDST)), got);
    }

    @Test
    void sendMaskIsSeenBeforeTheTrapMask() {
        Rights none = Rights.ALL.traps(Trap.RECEIVE).sendTo(0);
        receiver.rights(Rights.ALL.sendTo(0));
        assertEquals(Rule.SEND_MASK, refused(none, this::send, Errno.ECALLDENIED));
    }

    @Test
    void trapMaskIsSeenBeforeTheKernelTaskRule() {
        Rights none = Rights.ALL.traps(Trap.RECEIVE, Trap.SENDREC);
        assertEquals(
                Rule.TRAP_MASK,
                refused(none, sys -> sys.notify(Endpoint.CLOCK), Errno.ETRAPDENIED));
    }

    @Test
    void kernelTasksTakeNoPlainMessages() {
        assertEquals(
                Rule.KERNEL_TASK,
                refused(
                        Rights.ALL,
                        sys -> sys.send(Endpoint.SYSTEM, new Ping(1)),
                        Errno.ETRAPDENIED));
    }

    @Test
    void receiveNeedsItsTrapBitButNoSendMask() {
        receiver.rights(Rights.ALL.sendTo(0)).runs(sys -> got.add(sys.receive(caller.endpoint())));
        caller.rights(Rights.ALL.traps(Trap.SEND))
                .runsOnly(sys -> {
                    got.add(sys.receive());
                    sys.send(Endpoint.RS, new Ping(1));
                    status.add(1);
                    sys.kernelCall(new KernelRequest.Runctl(caller.endpoint(), true, false));
                });
        machine.run();

        assertEquals(List.of(Received.failed(Errno.ETRAPDENIED)), got, "the other waits for ever");
        assertEquals(List.of(1), status);
    }

    @Test
    void everythingThatTheMasksAllowGoesThrough() {
        receiver.runs(sys -> got.add(sys.receive()));
        caller.rights(Rights.ALL.traps(Trap.SEND, Trap.RECEIVE)).runs(sys -> status.add(send(sys)));
        machine.run();

        assertEquals(List.of(0), status);
        assertEquals(List.of(new Received(caller.endpoint(), new Ping(1), Trap.SEND, false)), got);
    }

    @Test
    void nobodySendsToItself() {
        assertEquals(
                Rule.SEND_MASK,
                refused(
                        Rights.ALL,
                        sys -> sys.send(caller.endpoint(), new Ping(1)),
                        Errno.ECALLDENIED));
    }

    // ---- User processes

    @Test
    void userProcessesAskTheServersBySendrecAndNothingElse() {
        Member pm = machine.service("pm", Endpoint.PM);
        Member user = machine.user("user");
        pm.runs(sys -> {
            Received in = sys.receive();
            sys.reply(in.source(), new Ping(2));
        });
        user.runs(sys -> {
            status.add(sys.call(Endpoint.PM, new Ping(1)));
            status.add(sys.send(Endpoint.PM, new Ping(1)));
            status.add(sys.sendnb(Endpoint.PM, new Ping(1)));
            status.add(sys.notify(Endpoint.PM));
            status.add(sys.asynsend(Endpoint.PM, new Ping(1), 0));
            got.add(sys.receive());
            status.add(sys.call(receiver.endpoint(), new Ping(1)));
        });
        receiver.rights(Rights.ALL.sendTo(Privilege.IPC_ALL_SYS));
        machine.run();

        int denied = Errno.ETRAPDENIED.status();
        assertEquals(
                List.of(
                        new Ping(2).type(),
                        denied,
                        denied,
                        denied,
                        Errno.EPERM.status(),
                        Errno.ECALLDENIED.status()),
                status);
        assertEquals(List.of(Received.failed(Errno.ETRAPDENIED)), got);
    }

    @Test
    void userProcessesMakeNoKernelCall() {
        Member user = machine.user("user");
        List<KernelRequest> requests =
                List.of(
                        new KernelRequest.Times(Endpoint.SELF),
                        new KernelRequest.Devio(0x11, 0x70, 0),
                        new KernelRequest.Kill(Endpoint.RS, 9),
                        new KernelRequest.Abort(0, 0),
                        new KernelRequest.Exit());
        user.runs(sys -> {
            for (KernelRequest request : requests) {
                status.add(sys.status(request));
            }
        });
        machine.run();

        assertEquals(requests.stream().map(_ -> Errno.ECALLDENIED.status()).toList(), status);
    }

    @Test
    void servicesMakeTheKernelCallsOfTheirMaskAndNoOther() {
        caller.rights(Rights.ALL.calls(SysCall.SYS_TIMES))
                .runs(sys -> {
                    status.add(sys.status(new KernelRequest.Times(Endpoint.SELF)));
                    status.add(sys.setAlarm(1));
                });
        machine.run();

        assertEquals(List.of(0, Errno.ECALLDENIED.status()), status);
    }
}
