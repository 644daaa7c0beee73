package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static ring3.kernel.testing.MiniPm.fork;
import static ring3.kernel.testing.MiniPm.say;
import static ring3.kernel.testing.TestMachine.must;
import static ring3.kernel.testing.TestMachine.pause;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.KernelCallRefused;
import ring3.events.Rule;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.MiniPm;
import ring3.kernel.testing.MiniPm.Handled;
import ring3.kernel.testing.MiniPm.Raise;
import ring3.kernel.testing.Ping;
import ring3.kernel.testing.Rights;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest.Exec;
import ring3.syslib.KernelRequest.Runctl;
import ring3.syslib.KernelRequest.Sigreturn;
import ring3.syslib.KernelRequest.Sigsend;
import ring3.syslib.Received;
import ring3.syslib.Result;
import ring3.syslib.Signals;
import ring3.syslib.Syslib;

/// SYS_SIGSEND and SYS_SIGRETURN: a signal manager makes a process run its handler before the trap
/// under way returns, and lets it go on where it was.
class HandlerTest {
    private static final int DONE = 99;
    private static final int EINVAL = Errno.EINVAL.status();
    private static final int EPERM = Errno.EPERM.status();

    private final TestMachine machine = new TestMachine();
    private final Member manager = machine.service("manager").scheduled(6, 200);
    private final Member target = machine.service("target");
    private final List<Integer> status = new ArrayList<>();
    private final List<String> happened = new ArrayList<>();

    HandlerTest() {
        target.rights(Rights.ALL.manager(manager.endpoint()));
    }

    private Sigsend signal(int signal) {
        return new Sigsend(target.endpoint(), signal, 10 * signal, 1L << 40 | signal);
    }

    /// The handler's last act.
    private void done(Syslib sys) {
        sys.call(manager.endpoint(), new Ping(DONE));
    }

    /// A target that notes what its handler gets, and what its one request is answered.
    private void targetAsks() {
        target.runs(sys -> {
            sys.onSignal((signal, handler, mask) -> {
                happened.add(signal + "," + handler + "," + Long.toHexString(mask));
                done(sys);
                happened.add("end of " + signal);
            });
            happened.add(
                    "reply " + (sys.call(manager.endpoint(), new Ping(1)) - new Ping(0).type()));
        });
    }

    private void returned(Syslib sys) {
        Received in = sys.receive();
        assertEquals(new Ping(DONE), in.message());
        status.add(sys.status(new Sigreturn(in.source())));
    }

    @Test
    void handlerRunsBeforeTheTrapReturns() {
        targetAsks();
        manager.runs(sys -> {
            Received in = sys.receive();
            status.add(sys.status(signal(5)));
            sys.reply(in.source(), new Ping(7));
            returned(sys);
        });
        machine.run();

        assertEquals(List.of(0, 0), status);
        assertEquals(List.of("5,50,10000000005", "end of 5", "reply 7"), happened);
    }

    @Test
    void handlerWaitsUntilTheTrapOfItsProcessIsOver() {
        targetAsks();
        manager.runs(sys -> {
            final Received in = sys.receive();
            status.add(sys.status(signal(5)));
            pause(sys, 1);
            happened.add("tick");
            sys.reply(in.source(), new Ping(7));
            returned(sys);
        });
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of("tick", "5,50,10000000005", "end of 5", "reply 7"), happened);
    }

    @Test
    void handlersOfSeveralSignalsRunOldestFirst() {
        targetAsks();
        manager.runs(sys -> {
            Received in = sys.receive();
            must(sys, signal(5));
            must(sys, signal(6));
            sys.reply(in.source(), new Ping(7));
            returned(sys);
            returned(sys);
        });
        machine.run();

        assertEquals(List.of(0, 0), status);
        assertEquals(
                List.of("5,50,10000000005", "6,60,10000000006", "end of 6", "end of 5", "reply 7"),
                happened,
                "the second interrupts the last trap of the first");
    }

    @Test
    void handlerIsInterruptedByTheHandlerOfAnotherSignal() {
        target.runs(sys -> {
            sys.onSignal((signal, _, _) -> {
                happened.add("begin " + signal);
                if (signal == 5) {
                    sys.call(manager.endpoint(), new Ping(2));
                }
                done(sys);
                happened.add("end " + signal);
            });
            sys.call(manager.endpoint(), new Ping(1));
            happened.add("on");
        });
        manager.runs(sys -> {
            sys.receive();
            must(sys, signal(5));
            sys.reply(target.endpoint(), Result.OK);
            assertEquals(new Ping(2), sys.receive().message());
            must(sys, signal(6));
            sys.reply(target.endpoint(), Result.OK);
            returned(sys);
            returned(sys);
            status.add(sys.status(new Sigreturn(target.endpoint())));
        });
        machine.run();

        assertEquals(List.of(0, 0, EINVAL), status);
        assertEquals(List.of("begin 5", "begin 6", "end 6", "end 5", "on"), happened);
    }

    @Test
    void processWithoutAHandlerIsNotInterrupted() {
        target.runs(sys -> {
            sys.call(manager.endpoint(), new Ping(1));
            happened.add("on");
            sys.call(manager.endpoint(), new Ping(DONE));
            happened.add("never");
        });
        manager.runs(sys -> {
            sys.receive();
            must(sys, signal(5));
            sys.reply(target.endpoint(), Result.OK);
            returned(sys);
        });
        machine.run();

        assertEquals(List.of("on"), happened);
        assertEquals(List.of(EINVAL), status, "it runs no handler");
    }

    @Test
    void onlyOneWhoAsksForItIsLetGoOn() {
        target.runs(sys -> {
            sys.onSignal((_, _, _) -> {
                happened.add("handler");
                pause(sys, 4);
            });
            sys.call(manager.endpoint(), new Ping(1));
        });
        manager.runs(sys -> {
            sys.receive();
            must(sys, signal(5));
            sys.reply(target.endpoint(), Result.OK);
            pause(sys, 1);
            status.add(sys.status(new Sigreturn(target.endpoint())));
        });
        machine.run(3 * TestMachine.TICK);

        assertEquals(List.of("handler"), happened);
        assertEquals(List.of(EINVAL), status);
    }

    @Test
    void signalsThatMakeNoSenseAndThoseOfOthersAreRefused() {
        Member other = machine.service("other");
        targetAsks();
        manager.runs(sys -> {
            Received in = sys.receive();
            status.add(sys.status(signal(0)));
            status.add(sys.status(signal(Signals.COUNT + 1)));
            status.add(sys.status(signal(Signals.COUNT)));
            status.add(sys.status(new Sigsend(Endpoint.of(99, 9), 5, 0, 0)));
            status.add(sys.status(new Sigsend(Endpoint.CLOCK, 5, 0, 0)));
            status.add(sys.status(new Sigsend(other.endpoint(), 5, 0, 0)));
            status.add(sys.status(new Sigreturn(other.endpoint())));
            status.add(sys.status(new Sigreturn(Endpoint.of(99, 9))));
            status.add(sys.status(new Sigreturn(in.source())));
        });
        machine.run();

        assertEquals(
                List.of(EINVAL, EINVAL, 0, EINVAL, EINVAL, EPERM, EPERM, EINVAL, EINVAL), status);
        assertEquals(Rule.SIGNAL_MANAGER, machine.events(KernelCallRefused.class).get(4).rule());
        assertEquals(List.of(), happened);
    }

    @Test
    void stoppedProcessRunsItsHandlerWhenItMayRunAgain() {
        targetAsks();
        manager.runs(sys -> {
            sys.receive();
            must(sys, signal(5));
            must(sys, new Runctl(target.endpoint(), true, false));
            sys.reply(target.endpoint(), new Ping(7));
            pause(sys, 1);
            happened.add("tick");
            must(sys, new Runctl(target.endpoint(), false, false));
            returned(sys);
        });
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of("tick", "5,50,10000000005", "end of 5", "reply 7"), happened);
    }

    @Test
    void newProgramHasNoHandlersToRun() {
        machine.program(
                "fresh",
                false,
                () ->
                        sys -> {
                            sys.onSignal((_, _, _) -> happened.add("handler"));
                            sys.notify(Endpoint.RS);
                            happened.add("on");
                            sys.receive(Endpoint.IDLE);
                        });
        targetAsks();
        manager.runs(sys -> {
            sys.receive();
            must(sys, signal(5));
            byte[] image = TestMachine.bytes("fresh");
            int own = sys.allocate(16);
            sys.memory().put(own, image, 0, image.length);
            sys.copyTo(target.endpoint(), 0x1000, own, image.length);
            must(sys, new Exec(target.endpoint(), 0x1000, 5, 0x1100, 0, own, 5));
        });
        machine.run();

        assertEquals(List.of("on"), happened);
    }

    // ---- Handlers and fork

    @Test
    void childLivesTheHandlersOfItsParentAgain() {
        MiniPm pm = new MiniPm();
        TestMachine forking = new TestMachine();
        forking.service("pm", Endpoint.PM).runs(pm);
        Member parent = forking.user("parent").forks();
        parent.runs(sys -> {
            int[] handled = {0};
            sys.onSignal((signal, _, _) -> {
                handled[0] += signal;
                sys.call(Endpoint.PM, new Handled());
            });
            sys.call(Endpoint.PM, new Raise(5));
            boolean child = fork(sys) == 0;
            say(sys, child ? handled[0] : 100 + handled[0]);
            sys.call(Endpoint.PM, new Handled());
            say(sys, 200);
        });
        forking.run();

        int slot = parent.endpoint().slot();
        assertEquals(
                List.of("100:5", slot + ":105"),
                pm.said.stream().sorted().toList(),
                "a handler's end that is none is not answered");
        assertEquals(List.of(0, EINVAL, EINVAL), pm.returned);
    }

    @Test
    void childOfAHandlerEndsThatHandlerToo() {
        MiniPm pm = new MiniPm();
        TestMachine forking = new TestMachine();
        forking.service("pm", Endpoint.PM).runs(pm);
        Member parent = forking.user("parent").forks();
        parent.runs(sys -> {
            int[] child = {0};
            sys.onSignal((_, _, _) -> {
                child[0] = fork(sys) == 0 ? 1 : 2;
                say(sys, child[0]);
                sys.call(Endpoint.PM, new Handled());
            });
            sys.call(Endpoint.PM, new Raise(5));
            say(sys, 10 + child[0]);
        });
        forking.run();

        int slot = parent.endpoint().slot();
        assertEquals(
                List.of("100:1", "100:11", slot + ":12", slot + ":2"),
                pm.said.stream().sorted().toList());
        assertEquals(List.of(0, 0), pm.returned);
    }
}
