package ring3.components.drivers;

import java.util.List;
import ring3.components.protocol.Rs;
import ring3.components.protocol.Rs.RsInit;
import ring3.components.testing.ByteMemory;
import ring3.components.testing.FakeProcess;
import ring3.components.testing.FakeTraps;
import ring3.hardware.Computer;
import ring3.hardware.Pic;
import ring3.hardware.VirtualClock;
import ring3.syslib.Endpoint;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelReply.ValueReply;
import ring3.syslib.KernelRequest.Irqctl;
import ring3.syslib.KernelRequest.Physcopy;
import ring3.syslib.KernelRequest.Setalarm;
import ring3.syslib.Message;
import ring3.syslib.Program;
import ring3.syslib.Result;

/// A driver at work on the devices of a real computer, with the kernel in between played as simply
/// as can be. The test is the driver's clients.
public final class DriverBench implements AutoCloseable {
    private static final long TICK_NANOS = 16_666_667;
    private static final int MASTER_VECTOR = 0x50;
    private static final int SLAVE_VECTOR = 0x70;
    private static final int NO_ALARM = -1;

    private final Computer computer;
    private final FakeTraps traps;
    private final PortCalls ports;
    private final FakeProcess process;
    private long alarmTick = NO_ALARM;
    private long ticks;

    /// Starts `driver` as incarnation `incarnation` and initialises it.
    public DriverBench(Computer computer, Program driver, int incarnation) {
        this.computer = computer;
        traps = new FakeTraps(Endpoint.of(20, 1), 2048);
        ports = new PortCalls(computer, traps);
        traps.answer(Endpoint.DS, _ -> Result.OK);
        traps.answer(Irqctl.class, this::hook);
        traps.answer(Physcopy.class, this::copy);
        traps.answer(
                Setalarm.class,
                call -> {
                    alarmTick = call.ticks() == 0 ? NO_ALARM : ticks + call.ticks();
                    return null;
                });
        initialisePic();
        traps.deliver(Endpoint.RS, new RsInit(Rs.FRESH, incarnation));
        process = new FakeProcess(traps, driver);
    }

    // ---- What a test does

    /// Sends a request and lets time pass until the driver has answered it.
    public Message ask(Endpoint client, Message request) {
        int before = traps.sentTo(client).size();
        process.deliver(client, request);
        while (traps.sentTo(client).size() == before && !process.ended()) {
            passTime();
        }
        List<Message> answers = traps.sentTo(client);
        return answers.isEmpty() ? Result.OK : answers.getLast();
    }

    /// Sends a request and lets time pass until all devices are idle.
    public void send(Endpoint client, Message request) {
        process.deliver(client, request);
        settle();
    }

    /// Lets time pass until all devices are idle.
    public void settle() {
        while (computer.pic().requests() || computer.clock().nextDeadline() != VirtualClock.NEVER) {
            passTime();
        }
    }

    /// One interrupt, or if there is none the next thing that happens.
    public void passTime() {
        VirtualClock clock = computer.clock();
        if (computer.pic().requests()) {
            interrupt();
            return;
        }
        long alarm = alarmTick == NO_ALARM ? VirtualClock.NEVER : alarmTick * TICK_NANOS;
        long next = Math.min(clock.nextDeadline(), alarm);
        if (next == VirtualClock.NEVER) {
            throw new AssertionError("nothing will ever happen, and the driver has not answered");
        }
        clock.advanceTo(next);
        clock.runDue();
        long passed = clock.nanos() / TICK_NANOS - ticks;
        ticks += passed;
        alarmTick = alarmTick <= ticks ? NO_ALARM : alarmTick;
        process.passTicks(passed);
    }

    /// Lets time pass until a device interrupts, and the interrupt goes astray.
    public void loseInterrupt() {
        while (!computer.pic().requests()) {
            passTime();
        }
        takeInterrupt();
    }

    /// From now on the kernel does not let the driver touch `port`.
    public void refuse(int port) {
        ports.refuse(port);
    }

    // ---- What a test sees

    /// Everything that went over the traps.
    public FakeTraps traps() {
        return traps;
    }

    /// The memory of a client; a grant of it is an address there.
    public ByteMemory memoryOf(Endpoint client) {
        return traps.memoryOf(client);
    }

    /// The process in which the driver runs.
    public FakeProcess process() {
        return process;
    }

    /// Clock ticks since the start.
    public long ticks() {
        return ticks;
    }

    @Override
    public void close() {
        process.close();
    }

    // ---- The kernel's part

    private void interrupt() {
        traps.deliverNotify(Endpoint.HARDWARE, 1 << takeInterrupt(), 0);
        process.run();
    }

    private int takeInterrupt() {
        Pic pic = computer.pic();
        int vector = pic.acknowledge();
        boolean slave = vector >= SLAVE_VECTOR;
        int line = slave ? vector - SLAVE_VECTOR + 8 : vector - MASTER_VECTOR;
        if (slave) {
            out(0xa0, 0x20);
        }
        out(0x20, 0x20);
        return line;
    }

    private KernelReply hook(Irqctl call) {
        int port = call.line() < 8 ? 0x21 : 0xa1;
        out(port, computer.bus().in(port, 1) & ~(1 << call.line() % 8));
        return new ValueReply(0);
    }

    /// As MINIX does it: all lines closed but that of the slave.
    private void initialisePic() {
        out(0x20, 0x11);
        out(0x21, MASTER_VECTOR, 0x04, 0x05, 0xfb);
        out(0xa0, 0x11);
        out(0xa1, SLAVE_VECTOR, 0x02, 0x01, 0xff);
    }

    private void out(int port, int... values) {
        for (int value : values) {
            computer.bus().out(port, value, 1);
        }
    }

    private KernelReply copy(Physcopy call) {
        boolean toPhysical = call.target().equals(Endpoint.NONE);
        for (int i = 0; i < call.bytes(); i++) {
            int physical = (toPhysical ? call.targetAddress() : call.sourceAddress()) + i;
            int own = (toPhysical ? call.sourceAddress() : call.targetAddress()) + i;
            if (toPhysical) {
                computer.memory().write(physical, traps.memory().getByte(own), 1);
            } else {
                traps.memory().putByte(own, computer.memory().read(physical, 1));
            }
        }
        return KernelReply.Status.OK;
    }
}
