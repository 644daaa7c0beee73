package ring3.hardware;

/// The two 8259A interrupt controllers of a PC at ports 20-21 and A0-A1: sixteen lines, the slave's
/// eight entering the master through its input 2. A driver ends an interrupt of the slave at both.
public final class Pic implements ByteDevice {
    /// How many interrupt lines there are; line 2 is the cascade and takes no device.
    public static final int LINES = 16;

    private static final int MASTER_COMMAND = 0x20;
    private static final int MASTER_DATA = 0x21;
    private static final int SLAVE_COMMAND = 0xa0;
    private static final int SLAVE_DATA = 0xa1;
    private static final int CASCADE = 2;
    private static final int SLAVE_FIRST = 8;

    private final Chip8259 master = new Chip8259();
    private final Chip8259 slave = new Chip8259();
    private final Line[] lines = new Line[LINES];

    /// The master's INT pin: the CPU looks at it far more often than it changes.
    private boolean requests;

    /// The pair on its ports, with no vectors until the kernel has written the initialization
    /// words.
    public Pic(PortBus bus) {
        bus.claim(MASTER_COMMAND, MASTER_DATA, this);
        bus.claim(SLAVE_COMMAND, SLAVE_DATA, this);
        for (int irq = 0; irq < LINES; irq++) {
            lines[irq] = new Line(this, irq);
        }
    }

    /// The wire of interrupt request `irq`, 0 to 15.
    public InterruptLine line(int irq) {
        return lines[irq];
    }

    private record Line(Pic pic, int irq) implements InterruptLine {
        @Override
        public void raise() {
            pic.set(irq, true);
        }

        @Override
        public void lower() {
            pic.set(irq, false);
        }
    }

    private void set(int irq, boolean high) {
        if (irq < SLAVE_FIRST) {
            master.set(irq, high);
        } else {
            slave.set(irq - SLAVE_FIRST, high);
            cascade();
        }
        requests = master.requests();
    }

    /// Carries the slave's INT pin to the master. Where it falls again before the CPU acknowledged,
    /// the master keeps the request and the slave answers with its spurious interrupt, number 15.
    private void cascade() {
        if (slave.requests()) {
            master.set(CASCADE, true);
        } else {
            master.release(CASCADE);
        }
    }

    /// The INT pin of the master, which is that of the CPU.
    public boolean requests() {
        return requests;
    }

    /// INTA: the CPU takes the most urgent request, which moves from requested to in service, and
    /// gets its vector. With no request left this is the vector of line 7, or of 15 from the slave.
    public int acknowledge() {
        int input = master.acknowledge();
        int vector = master.vector(input);
        if (input == CASCADE) {
            vector = slave.vector(slave.acknowledge());
            cascade();
        }
        requests = master.requests();
        return vector;
    }

    @Override
    public int read(int port) {
        return switch (port) {
            case MASTER_COMMAND -> master.readCommandPort();
            case MASTER_DATA -> master.readDataPort();
            case SLAVE_COMMAND -> slave.readCommandPort();
            case SLAVE_DATA -> slave.readDataPort();
            default -> FLOATING;
        };
    }

    @Override
    public void write(int port, int value) {
        switch (port) {
            case MASTER_COMMAND -> master.writeCommandPort(value);
            case MASTER_DATA -> master.writeDataPort(value);
            case SLAVE_COMMAND -> slave.writeCommandPort(value);
            case SLAVE_DATA -> slave.writeDataPort(value);
            default -> {} // The byte beyond the last port of a wide access belongs to nobody.
        }
        cascade();
        requests = master.requests();
    }
}
