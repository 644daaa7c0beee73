package ring3.visualizer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.events.KernelEvent;
import ring3.events.KernelEvent.DmaRefused;
import ring3.events.KernelEvent.ExceptionRaised;
import ring3.events.KernelEvent.KernelCallRefused;
import ring3.events.KernelEvent.KernelCalled;
import ring3.events.KernelEvent.MessageDelivered;
import ring3.events.KernelEvent.Panicked;
import ring3.events.KernelEvent.PortRefused;
import ring3.events.KernelEvent.ProcessBorn;
import ring3.events.KernelEvent.ProcessDied;
import ring3.events.KernelEvent.ProgramStarted;
import ring3.events.KernelEvent.SignalRaised;
import ring3.events.ProcessKind;
import ring3.events.Rule;
import ring3.events.snapshots.DeviceSnapshot;
import ring3.events.snapshots.MachineSnapshot;
import ring3.events.snapshots.PrivilegeSnapshot;
import ring3.events.snapshots.ProcessSnapshot;
import ring3.events.snapshots.ProcessState;
import ring3.events.snapshots.SourceLine;
import ring3.hardware.InterruptLine;
import ring3.hardware.LedPanel;
import ring3.hardware.PhysicalMemory;
import ring3.hardware.PortBus;
import ring3.hardware.TextScreen;
import ring3.hardware.VgaText;
import ring3.hardware.VirtualClock;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest;
import ring3.syslib.Message;
import ring3.syslib.Notify;
import ring3.syslib.Privilege.Range;
import ring3.syslib.Signals;
import ring3.syslib.SysCall;
import ring3.syslib.Trap;

/// A machine that exists on paper: it tells events and shows frames as a real one would.
public final class Story {
    /// The disk driver, the first of its kind.
    public static final Endpoint AT_WINI = Endpoint.of(12, 1);

    /// The shell.
    public static final Endpoint SH = Endpoint.of(13, 1);

    /// A program that the shell runs.
    public static final Endpoint CAT = Endpoint.of(14, 1);

    private static final PrivilegeSnapshot DRIVER_RIGHTS =
            new PrivilegeSnapshot(
                    9,
                    true,
                    true,
                    List.of(new Range(0x1f0, 0x1f7), new Range(0x3f6, 0x3f6)),
                    true,
                    List.of(14),
                    List.of("SEND", "RECEIVE", "SENDREC", "NOTIFY", "SENDA"),
                    List.of("rs", "vfs", "mfs", "pm", "ds", "tty", "system"),
                    List.of("SYS_DEVIO", "SYS_SDEVIO", "SYS_VDEVIO", "SYS_IRQCTL", "SYS_SETALARM"));

    private final EventTrace trace = new EventTrace(1 << 12);
    private final LatestSnapshot latest = new LatestSnapshot();
    private final LabFeed feed = new LabFeed(trace, latest);
    private final List<Endpoint> kernelMode = new ArrayList<>();
    private final List<ProcessSnapshot> processes = new ArrayList<>();
    private final PhysicalMemory memory = new PhysicalMemory(1 << 20);
    private final PortBus bus = new PortBus();
    private final VirtualClock clock = new VirtualClock();
    private final VgaText vga = new VgaText(bus, memory);
    private final LedPanel ledPanel = new LedPanel(bus, clock, new Nobody());
    private long number;
    private long nanos;

    /// A request with fields, as a component's protocol would have one.
    public record VfsRead(int fd, int bytes) implements Message {
        @Override
        public int type() {
            return 0x101;
        }
    }

    /// A request to a file server.
    public record ReqRead(int inode, long position, int bytes) implements Message {
        @Override
        public int type() {
            return 0xa01;
        }
    }

    /// A request to a driver.
    public record BdevRead(int minor, long position, int bytes) implements Message {
        @Override
        public int type() {
            return 0x503;
        }
    }

    /// An answer.
    public record BdevReply(int status) implements Message {
        @Override
        public boolean isAnswer() {
            return true;
        }

        @Override
        public int type() {
            return 0x580;
        }
    }

    /// A machine that has booted and runs `cat`.
    public static Story booted() {
        var story = new Story();
        String[] boot = {"ds", "rs", "pm", "sched", "vfs", "memory", "tty", "mfs", "init"};
        Endpoint[] ends = {
            Endpoint.DS,
            Endpoint.RS,
            Endpoint.PM,
            Endpoint.SCHED,
            Endpoint.VFS,
            Endpoint.MEM,
            Endpoint.TTY,
            Endpoint.MFS,
            Endpoint.INIT
        };
        for (int i = 0; i < boot.length; i++) {
            story.born(ends[i], Endpoint.NONE, boot[i]);
            story.started(ends[i], boot[i], kind(boot[i]));
        }
        story.born(AT_WINI, Endpoint.RS, "rs");
        story.started(AT_WINI, "at_wini", ProcessKind.DRIVER);
        story.born(SH, Endpoint.INIT, "init");
        story.started(SH, "sh", ProcessKind.USER);
        story.born(CAT, SH, "sh");
        story.started(CAT, "cat", ProcessKind.USER);
        story.type(
                "Ring3 1.0  console 0\n\n# ls /home\nbig.txt  notes.txt\n# cat /home/big.txt | wc");
        return story;
    }

    private static ProcessKind kind(String name) {
        return switch (name) {
            case "memory", "tty" -> ProcessKind.DRIVER;
            case "init" -> ProcessKind.USER;
            default -> ProcessKind.SERVER;
        };
    }

    /// The reset button: nobody is there, and events count from 1 again.
    public Story reset() {
        processes.clear();
        number = 0;
        nanos = 0;
        return this;
    }

    /// Lets virtual time go by.
    public Story after(long micros) {
        nanos += micros * 1000;
        return this;
    }

    private void tell(KernelEvent event) {
        feed.on(event);
    }

    /// The number of the next event.
    private long next() {
        nanos += 1_700;
        return ++number;
    }

    /// A process is forked, or in the boot image if it has no parent.
    public Story born(Endpoint process, Endpoint parent, String name) {
        tell(new ProcessBorn(next(), nanos, process, parent, name));
        ProcessKind kind = ProcessKind.USER;
        processes.add(snapshot(process, name, kind, ProcessState.RECEIVING, Endpoint.ANY));
        return this;
    }

    /// A process executes a program.
    public Story started(Endpoint process, String name, ProcessKind kind) {
        tell(new ProgramStarted(next(), nanos, process, name, kind));
        processes.removeIf(p -> p.endpoint().equals(process));
        processes.add(snapshot(process, name, kind, ProcessState.RECEIVING, Endpoint.ANY));
        return this;
    }

    /// A process ends.
    public Story died(Endpoint process, String name) {
        tell(new ProcessDied(next(), nanos, process, name));
        processes.removeIf(p -> p.endpoint().equals(process));
        return this;
    }

    /// A process fails.
    public Story failed(Endpoint process) {
        tell(
                new ExceptionRaised(
                        next(),
                        nanos,
                        process,
                        Signals.SIGSEGV,
                        "NullPointerException",
                        "AtWini.java:142"));
        return this;
    }

    /// A process is signalled.
    public Story signalled(Endpoint process, int signal) {
        tell(new SignalRaised(next(), nanos, process, signal, Endpoint.RS));
        return this;
    }

    /// A request is delivered.
    public Story asks(Endpoint source, Endpoint destination, Message message) {
        tell(new MessageDelivered(next(), nanos, source, destination, Trap.SENDREC, message));
        return this;
    }

    /// A notification is delivered.
    public Story notifies(Endpoint source, Endpoint destination) {
        tell(
                new MessageDelivered(
                        next(), nanos, source, destination, Trap.NOTIFY, new Notify(0, 1, 0)));
        return this;
    }

    /// A kernel call is carried out.
    public Story calls(Endpoint caller, KernelRequest request) {
        tell(new KernelCalled(next(), nanos, caller, request, 0));
        return this;
    }

    /// A kernel call is refused: it is not in the caller's mask.
    public Story refusedCall(Endpoint caller, SysCall call) {
        tell(new KernelCallRefused(next(), nanos, caller, call, Errno.ECALLDENIED, Rule.CALL_MASK));
        return this;
    }

    /// A port is refused.
    public Story refused(Endpoint caller, int port) {
        tell(new PortRefused(next(), nanos, caller, port, true, 0x20, Rule.PORT_RANGE));
        return this;
    }

    /// A process is in that state from now on.
    public Story is(Endpoint process, ProcessState state, Endpoint partner) {
        for (int i = 0; i < processes.size(); i++) {
            ProcessSnapshot p = processes.get(i);
            if (p.endpoint().equals(process)) {
                processes.set(i, snapshot(process, p.name(), p.kind(), state, partner));
            }
        }
        return this;
    }

    /// A process runs in kernel mode from now on.
    public Story inKernelMode(Endpoint process) {
        kernelMode.add(process);
        for (ProcessSnapshot p : processes) {
            if (p.endpoint().equals(process)) {
                return is(process, p.state(), p.partner());
            }
        }
        return this;
    }

    /// The disk reaches for memory that was not opened to it.
    public Story dmaRefused(int address) {
        tell(new DmaRefused(next(), nanos, Endpoint.HARDWARE, "ATA", address, true));
        return this;
    }

    private ProcessSnapshot snapshot(
            Endpoint process, String name, ProcessKind kind, ProcessState state, Endpoint partner) {
        return new ProcessSnapshot(
                process,
                name,
                kind,
                kernelMode.contains(process),
                state,
                partner,
                kind == ProcessKind.USER ? 7 : 2,
                200,
                130_000_000,
                (long) (nanos * (0.05 + Math.floorMod(process.slot() * 7, 10) / 30.0)),
                262_144,
                0,
                1,
                DRIVER_RIGHTS,
                new SourceLine("ring3.components.drivers.AtWini", "transfer", "AtWini.java", 142),
                null);
    }

    /// The console shows that text from now on.
    public Story type(String text) {
        List<String> rows = text.lines().toList();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).length(); column++) {
                int cell = row * TextScreen.COLUMNS + column;
                int word = 0x0700 | rows.get(row).charAt(column);
                memory.write(VgaText.MEMORY_ADDRESS + 2 * cell, word, 2);
            }
        }
        return this;
    }

    /// Somebody lights these columns of the LED panel, from the left, and switches it on.
    public Story lights(int... columns) {
        bus.out(0x300, 0, 1);
        for (int column : columns) {
            bus.out(0x301, column, 1);
        }
        bus.out(0x302, 0x81, 1);
        clock.advanceTo(clock.nextDeadline());
        clock.runDue();
        return this;
    }

    /// Somebody switches the LED panel off.
    public Story lightsOff() {
        bus.out(0x302, 0, 1);
        return this;
    }

    /// What the screen shows.
    public TextScreen screen() {
        return vga.screen();
    }

    /// The frame at this moment.
    public LabFrame frame(boolean running) {
        return feed.frame(snapshot(null), ledPanel.picture(), running, Speed.messages(5));
    }

    /// The frame of a machine that has panicked because of `culprit`.
    public LabFrame panicked(Endpoint culprit, String reason) {
        tell(new Panicked(next(), nanos, culprit, reason));
        return panicked(reason);
    }

    /// The frame of a machine that has panicked.
    public LabFrame panicked(String reason) {
        return feed.frame(snapshot(reason), ledPanel.picture(), false, Speed.NORMAL);
    }

    /// Hands the frame to whoever watches.
    public Story publish(boolean running) {
        latest.publish(frame(running));
        return this;
    }

    private MachineSnapshot snapshot(@Nullable String panic) {
        return new MachineSnapshot(
                number, nanos, Endpoint.VFS, processes, devices(), screen(), false, panic);
    }

    private static List<DeviceSnapshot> devices() {
        return List.of(
                new DeviceSnapshot("ATA disk", "1F0-1F7 3F6 C000-C007", 14),
                new DeviceSnapshot("Keyboard", "60 64", 1),
                new DeviceSnapshot("VGA text", "3D4-3D5", -1),
                new DeviceSnapshot("PIT clock", "40-43", 0),
                new DeviceSnapshot("PIC", "20-21 A0-A1", -1),
                DeviceSnapshot.LED_PANEL);
    }

    /// The events so far.
    public EventTrace trace() {
        return trace;
    }

    /// Where [#publish] puts frames.
    public LatestSnapshot latest() {
        return latest;
    }

    /// Some program text for the inspector.
    public static List<String> source() {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i < 138; i++) {
            lines.add("");
        }
        lines.addAll(
                List.of(
                        "    private int transfer(BdevRead request) {",
                        "        selectDrive(request.minor());",
                        "        out(SECTOR_COUNT, request.sectors());",
                        "        out(COMMAND, READ_SECTORS);",
                        "        var buffer = pending.buffer();",
                        "        awaitInterrupt();",
                        "        sdevio(DATA, buffer, request.bytes());",
                        "        return request.bytes();",
                        "    }"));
        return lines;
    }

    /// Whom the LED panel would interrupt.
    private static final class Nobody implements InterruptLine {
        @Override
        public void raise() {}

        @Override
        public void lower() {}
    }
}
