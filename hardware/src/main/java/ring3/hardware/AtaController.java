package ring3.hardware;

import org.jspecify.annotations.Nullable;

/// The primary ATA channel of a PC at ports 1F0-1F7 and 3F6, interrupt line 14, with up to two
/// drives, programmed I/O, and DMA by the bus master at C000-C007. Registers and protocols after
/// the ATA-4 standard and the 82371AB (PIIX4) data sheet.
public final class AtaController implements ByteDevice {
    private static final int DATA = 0x1f0;
    private static final int STATUS = 0x1f7;
    private static final int CONTROL = 0x3f6;
    private static final int CONTROL_NO_INTERRUPTS = 0x02;
    private static final int CONTROL_RESET = 0x04;
    private static final int DIAGNOSTICS_PASSED = 0x01;
    private static final long RESET_NANOS = 2_000_000;

    private final DiskTiming timing;
    private final @Nullable AtaDrive[] drives;
    private final AtaTaskFile task = new AtaTaskFile();
    private final AtaBusMaster busMaster;
    private final AtaChannel channel;
    private boolean inReset;

    /// A channel on its ports; a missing image is a missing drive.
    public AtaController(
            PortBus bus,
            VirtualClock clock,
            InterruptLine irq14,
            DmaPort dma,
            @Nullable DiskImage drive0,
            @Nullable DiskImage drive1,
            DiskTiming timing) {
        this.timing = timing;
        busMaster = new AtaBusMaster(bus, irq14, dma, this::busMasterStarted);
        busMaster.noteCapable(drive0 != null, drive1 != null);
        channel = new AtaChannel(clock, busMaster, task);
        drives = new @Nullable AtaDrive[] {drive(drive0, "R3-0000"), drive(drive1, "R3-0001")};
        diagnosed();
        bus.claim(DATA, STATUS, this);
        bus.claim(CONTROL, CONTROL, this);
    }

    private @Nullable AtaDrive drive(@Nullable DiskImage image, String serial) {
        return image == null ? null : new AtaDrive(image, timing, serial);
    }

    private void busMasterStarted() {
        channel.busMasterStarted();
    }

    /// Sectors that READ SECTORS and READ DMA fetched from either drive since power-on.
    public long sectorsRead() {
        return channel.sectorsRead();
    }

    /// Sectors that WRITE SECTORS and WRITE DMA put on either drive since power-on.
    public long sectorsWritten() {
        return channel.sectorsWritten();
    }

    /// The data port alone is wide: a word or a double word takes its bytes from this one port.
    @Override
    public int in(int port, int width) {
        if (port != DATA) {
            return ByteDevice.super.in(port, width);
        }
        int value = 0;
        for (int i = 0; i < width; i++) {
            value |= channel.takeByte() << (8 * i);
        }
        return value;
    }

    @Override
    public void out(int port, int value, int width) {
        if (port != DATA) {
            ByteDevice.super.out(port, value, width);
            return;
        }
        for (int i = 0; i < width; i++) {
            channel.giveByte((value >>> (8 * i)) & 0xff);
        }
    }

    @Override
    public int read(int port) {
        return switch (port) {
            case STATUS -> {
                channel.acknowledge();
                yield status();
            }
            case CONTROL -> status();
            default -> port > STATUS ? FLOATING : register(port - DATA);
        };
    }

    private int register(int number) {
        return channel.isBusy() ? status() : task.get(number);
    }

    /// An absent drive drives nothing, and the pull-down on the cable makes its status 0.
    private int status() {
        return selected() == null ? 0 : channel.status();
    }

    private @Nullable AtaDrive selected() {
        return drives[task.drive()];
    }

    @Override
    public void write(int port, int value) {
        if (port == CONTROL) {
            control(value);
        } else if (port == STATUS) {
            command(value);
        } else if (port < STATUS) {
            operand(port - DATA, value);
        }
    }

    private void control(int value) {
        boolean reset = (value & CONTROL_RESET) != 0;
        channel.silence((value & CONTROL_NO_INTERRUPTS) != 0);
        if (reset) {
            channel.abandon();
        } else if (inReset) {
            channel.work(RESET_NANOS, this::diagnosed);
        }
        inReset = reset;
    }

    private void operand(int register, int value) {
        // A busy drive does not listen. At the error register a write sets features; we have none.
        if (!channel.isBusy() && register != AtaTaskFile.ERROR) {
            task.set(register, value);
        }
    }

    /// A command takes the channel over, whatever transfer a dead driver has left half done.
    private void command(int code) {
        AtaDrive drive = selected();
        if (drive != null && !channel.isBusy()) {
            channel.abandon();
            channel.work(timing.commandNanos(), () -> execute(code, drive));
        }
    }

    private void execute(int code, AtaDrive drive) {
        task.set(AtaTaskFile.ERROR, 0);
        var range = new AtaRange(channel, task, drive);
        var transfer = new AtaTransfer(channel, range, drive);
        var dma = new AtaDmaTransfer(channel, range, drive, busMaster);
        switch (AtaCommand.of(code)) {
            case RECALIBRATE -> channel.work(drive.recalibrate(), channel::done);
            case READ -> transfer.read();
            case WRITE -> transfer.write();
            case READ_DMA -> dma.read();
            case WRITE_DMA -> dma.write();
            case VERIFY -> transfer.verify();
            case DIAGNOSE -> {
                diagnosed();
                channel.interrupt();
            }
            case SPECIFY -> specify(drive);
            case FLUSH -> channel.done();
            case IDENTIFY -> {
                drive.identify(channel.buffer());
                channel.offerData(channel::ready);
            }
            case UNKNOWN -> channel.fail(AtaChannel.ERROR_ABORTED);
        }
    }

    private void diagnosed() {
        task.reset();
        task.set(AtaTaskFile.ERROR, DIAGNOSTICS_PASSED);
        channel.ready();
    }

    private void specify(AtaDrive drive) {
        int sectorsPerTrack = task.get(AtaTaskFile.COUNT);
        if (sectorsPerTrack == 0) {
            channel.fail(AtaChannel.ERROR_ABORTED);
        } else {
            drive.specify(task.head() + 1, sectorsPerTrack);
            channel.done();
        }
    }
}
