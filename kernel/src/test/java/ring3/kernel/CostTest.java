package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static ring3.kernel.testing.TestMachine.must;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import ring3.hardware.CostModel;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.Ping;
import ring3.kernel.testing.Rights;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.KernelReply.TimesReply;
import ring3.syslib.KernelRequest.Devio;
import ring3.syslib.KernelRequest.Getinfo;
import ring3.syslib.KernelRequest.Iopenable;
import ring3.syslib.KernelRequest.Memset;
import ring3.syslib.KernelRequest.Sdevio;
import ring3.syslib.KernelRequest.Times;
import ring3.syslib.KernelRequest.Vdevio;
import ring3.syslib.KernelRequest.Vircopy;
import ring3.syslib.PortIo;
import ring3.syslib.Syslib;

/// What each way into the kernel takes of the processor's time, and from whom.
class CostTest {
    private static final long CALL = CostModel.DEFAULT.user() + CostModel.DEFAULT.trap();
    private static final long MESSAGE = CALL + CostModel.DEFAULT.message();
    private static final long PORT = CostModel.DEFAULT.port();
    private static final long KIB = CostModel.DEFAULT.copyKib();

    private final TestMachine machine = new TestMachine();
    private final Member service = machine.service("service");
    private final Member peer = machine.service("peer").scheduled(6, 200);
    private final List<Long> costs = new ArrayList<>();

    private static long cpu(Syslib sys) {
        return ((TimesReply) must(sys, new Times(Endpoint.SELF))).cpuNanos();
    }

    private void takes(long nanos, Consumer<Syslib> act) {
        service.runs(sys -> {
            long before = cpu(sys);
            act.accept(sys);
            costs.add(cpu(sys) - before - CALL);
        });
        machine.run(3 * TestMachine.TICK);
        assertEquals(List.of(nanos), costs);
    }

    @Test
    void kernelCall() {
        takes(CALL, sys -> must(sys, new Times(Endpoint.SELF)));
    }

    @Test
    void refusedKernelCall() {
        takes(CALL, sys -> sys.status(new Times(Endpoint.of(99, 9))));
    }

    @Test
    void send() {
        peer.runs(Syslib::receive);
        takes(MESSAGE, sys -> sys.send(peer.endpoint(), new Ping(1)));
    }

    @Test
    void sendThatIsNotWaitedFor() {
        takes(MESSAGE, sys -> sys.sendnb(peer.endpoint(), new Ping(1)));
    }

    @Test
    void notification() {
        takes(MESSAGE, sys -> sys.notify(peer.endpoint()));
    }

    @Test
    void receive() {
        peer.runs(sys -> sys.notify(service.endpoint()));
        takes(MESSAGE, Syslib::receive);
    }

    @Test
    void requestAndReply() {
        peer.runs(sys -> sys.reply(sys.receive().source(), new Ping(2)));
        takes(MESSAGE, sys -> sys.sendrec(peer.endpoint(), new Ping(1)));
    }

    @Test
    void waitingCostsNothing() {
        takes(CALL + MESSAGE, sys -> TestMachine.pause(sys, 1));
    }

    @Test
    void asynchronousMessage() {
        takes(MESSAGE, sys -> sys.asynsend(peer.endpoint(), new Ping(1), 0));
    }

    @Test
    void portAccess() {
        takes(CALL + PORT, sys -> must(sys, new Devio(PortIo.INPUT | PortIo.BYTE, 0x500, 0)));
    }

    @Test
    void portInstructions() {
        takes(
                2 * (CALL + PORT) + CALL,
                sys -> {
                    must(sys, new Iopenable(Endpoint.SELF));
                    sys.portOut(0x500, 1, sys.portIn(0x500, 1));
                });
    }

    @Test
    void vectorOfPorts() {
        takes(CALL + 3 * PORT, sys -> must(sys, new Vdevio(PortIo.INPUT | PortIo.BYTE, 0x2000, 3)));
    }

    @Test
    void stringOfAPort() {
        int request = PortIo.INPUT | PortIo.BYTE;
        takes(
                CALL + PORT + 2 * KIB,
                sys -> must(sys, new Sdevio(request, 0x500, Endpoint.SELF, 0x2000, 2_048, 0)));
    }

    @Test
    void copy() {
        takes(
                CALL + 4 * KIB,
                sys ->
                        must(
                                sys,
                                new Vircopy(
                                        peer.endpoint(), 0x2000, Endpoint.SELF, 0x2000, 4_096)));
    }

    @Test
    void fill() {
        takes(CALL + 4 * KIB, sys -> must(sys, new Memset(Endpoint.SELF, 0x2000, 4_096, 0)));
    }

    @Test
    void table() {
        int bytes = 3 * 40;
        takes(CALL + CostModel.DEFAULT.copy(bytes), sys -> must(sys, new Getinfo(1, 0x2000, 500)));
    }

    @Test
    void pageFaultAndExceptionAreKernelEntriesToo() {
        machine.expectFaults();
        service.rights(Rights.ALL);
        service.runs(sys -> {
            costs.add(-cpu(sys));
            sys.memory().getByte(0x40_0000);
        });
        machine.rs(sys -> {
            sys.receive();
            costs.add(((TimesReply) must(sys, new Times(service.endpoint()))).cpuNanos());
        });
        machine.run();

        assertEquals(2 * CALL, costs.get(0) + costs.get(1));
    }
}
