package ring3.hardware;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// A PC, assembled: the parts and the wires between them, with no program in it.
public final class Computer {
    /// How many serial ports there are, COM1 and COM2.
    public static final int SERIAL_PORTS = 2;

    private static final int TIMER_IRQ = 0;
    private static final int KEYBOARD_IRQ = 1;
    private static final int LED_PANEL_IRQ = 10;
    private static final int DISK_IRQ = 14;
    private static final int[] SERIAL_BASES = {0x3f8, 0x2f8};
    private static final int[] SERIAL_IRQS = {4, 3};

    private final PortBus bus = new PortBus();
    private final VirtualClock clock = new VirtualClock();
    private final Pic pic = new Pic(bus);
    private final PhysicalMemory memory;
    private final Iommu iommu;
    private final Pit pit = new Pit(bus, clock, pic.line(TIMER_IRQ));
    private final Keyboard keyboard = new Keyboard(bus, clock, pic.line(KEYBOARD_IRQ));
    private final LedPanel ledPanel = new LedPanel(bus, clock, pic.line(LED_PANEL_IRQ));
    private final VgaText vga;
    private final AtaController disk;
    private final Uart[] serials = new Uart[SERIAL_PORTS];
    private final IntConsumer[] serialOutputs = new IntConsumer[SERIAL_PORTS];

    /// A computer with `memoryBytes` of memory, at least enough to hold the screen's at
    /// B8000-BFFFF, and one drive for each image there is.
    public Computer(
            int memoryBytes,
            @Nullable DiskImage drive0,
            @Nullable DiskImage drive1,
            DiskTiming timing) {
        assert memoryBytes >= VgaText.MEMORY_ADDRESS + VgaText.MEMORY_BYTES : "no room for the VGA";
        memory = new PhysicalMemory(memoryBytes);
        iommu = new Iommu(memory.frames());
        vga = new VgaText(bus, memory);
        var dma = new DmaPort(DmaDevice.ATA, iommu, memory);
        disk = new AtaController(bus, clock, pic.line(DISK_IRQ), dma, drive0, drive1, timing);
        for (int i = 0; i < SERIAL_PORTS; i++) {
            serialOutput(i, _ -> {});
            serials[i] = serial(i, pic.line(SERIAL_IRQS[i]));
        }
    }

    private Uart serial(int index, InterruptLine line) {
        IntConsumer transmitted = value -> serialOutputs[index].accept(value);
        return new Uart(bus, SERIAL_BASES[index], line, clock, transmitted);
    }

    /// The port bus that all devices are on.
    public PortBus bus() {
        return bus;
    }

    /// The memory, which the screen shares.
    public PhysicalMemory memory() {
        return memory;
    }

    /// The guard between the memory and the devices that reach it by themselves.
    public Iommu iommu() {
        return iommu;
    }

    /// The time that all devices go by.
    public VirtualClock clock() {
        return clock;
    }

    /// The interrupt controllers.
    public Pic pic() {
        return pic;
    }

    /// The timer on line 0, and the speaker.
    public Pit pit() {
        return pit;
    }

    /// The disk controller on line 14 with its two drives.
    public AtaController disk() {
        return disk;
    }

    /// The screen.
    public VgaText vga() {
        return vga;
    }

    /// The keyboard on line 1.
    public Keyboard keyboard() {
        return keyboard;
    }

    /// The panel of lights on line 10.
    public LedPanel ledPanel() {
        return ledPanel;
    }

    /// A serial port: 0 is COM1 on line 4, 1 is COM2 on line 3.
    public Uart serial(int index) {
        return serials[index];
    }

    /// Connects the far end of a serial cable: `output` gets each byte that the port has sent.
    /// Until then, what is sent is lost.
    public void serialOutput(int index, IntConsumer output) {
        serialOutputs[index] = output;
    }
}
