package ring3.hardware;

import java.util.function.IntConsumer;

/// A 16550 serial port with its two 16-byte FIFOs, at eight ports from a base. Registers after the
/// PC16550D data sheet. As on every PC, output 2 of the modem control register gates its interrupt.
public final class Uart implements ByteDevice {
    private static final int PORTS = 8;
    private static final int DATA = 0;
    private static final int INTERRUPT_ENABLE = 1;
    private static final int INTERRUPT_ID = 2;
    private static final int LINE_CONTROL = 3;
    private static final int MODEM_CONTROL = 4;
    private static final int LINE_STATUS = 5;
    private static final int MODEM_STATUS = 6;
    private static final int SCRATCH = 7;

    private static final int ENABLE_RECEIVED = 0x01;
    private static final int ENABLE_EMPTY = 0x02;
    private static final int ENABLE_LINE = 0x04;
    private static final int ENABLE_MODEM = 0x08;
    private static final int ENABLE_ALL = 0x0f;

    private static final int ID_NONE = 0x01;
    private static final int ID_MODEM = 0x00;
    private static final int ID_EMPTY = 0x02;
    private static final int ID_RECEIVED = 0x04;
    private static final int ID_LINE = 0x06;
    private static final int ID_TIMEOUT = 0x0c;
    private static final int ID_FIFOS = 0xc0;

    private static final int FIFO_ENABLE = 0x01;
    private static final int FIFO_CLEAR_RECEIVER = 0x02;
    private static final int FIFO_CLEAR_TRANSMITTER = 0x04;

    private static final int STATUS_DATA_READY = 0x01;
    private static final int STATUS_OVERRUN = 0x02;
    private static final int STATUS_HOLDING_EMPTY = 0x20;
    private static final int STATUS_IDLE = 0x40;

    private final int base;
    private final InterruptLine line;
    private final IntConsumer transmitted;
    private final UartReceiver receiver;
    private final UartTransmitter transmitter;
    private final UartFormat format = new UartFormat();
    private final UartModem modem = new UartModem();
    private int enabled;
    private boolean fifos;
    private int scratch;

    /// A port at `base` to `base + 7`. `transmitted` gets each byte when its last bit is on the
    /// wire.
    public Uart(
            PortBus bus,
            int base,
            InterruptLine line,
            VirtualClock clock,
            IntConsumer transmitted) {
        this.base = base;
        this.line = line;
        this.transmitted = transmitted;
        receiver = new UartReceiver(clock, this::driveLine);
        transmitter = new UartTransmitter(clock, this::sent, this::driveLine);
        bus.claim(base, base + PORTS - 1, this);
    }

    /// Whether a byte from outside would find room.
    public boolean canReceive() {
        return receiver.canReceive() && !modem.loops();
    }

    /// A byte arrives from outside. If the receiver is full it is lost, the overrun bit tells the
    /// driver, and the answer is false; so it is while the port only listens to itself.
    public boolean receive(int value) {
        return !modem.loops() && receiver.receive(format.mask(value), format.characterNanos());
    }

    private void sent(int value) {
        if (modem.loops()) {
            receiver.receive(value, format.characterNanos());
        } else {
            transmitted.accept(value);
        }
    }

    @Override
    public int read(int port) {
        int value =
                switch (port - base) {
                    case DATA ->
                            format.showsDivisor()
                                    ? format.divisorLow()
                                    : receiver.read(format.characterNanos());
                    case INTERRUPT_ENABLE -> format.showsDivisor() ? format.divisorHigh() : enabled;
                    case INTERRUPT_ID -> identify();
                    case LINE_CONTROL -> format.control();
                    case MODEM_CONTROL -> modem.control();
                    case LINE_STATUS -> takeLineStatus();
                    case MODEM_STATUS -> modem.takeStatus();
                    case SCRATCH -> scratch;
                    default -> FLOATING;
                };
        driveLine();
        return value;
    }

    /// Reading that the transmitter is empty acknowledges it.
    private int identify() {
        int id = pending();
        if (id == ID_EMPTY) {
            transmitter.tellEmpty(false);
        }
        return fifos ? id | ID_FIFOS : id;
    }

    private int takeLineStatus() {
        int status =
                (receiver.hasData() ? STATUS_DATA_READY : 0)
                        | (receiver.overrun() ? STATUS_OVERRUN : 0)
                        | (transmitter.isEmpty() ? STATUS_HOLDING_EMPTY : 0)
                        | (transmitter.isIdle() ? STATUS_IDLE : 0);
        receiver.clearOverrun();
        return status;
    }

    @Override
    public void write(int port, int value) {
        switch (port - base) {
            case DATA -> writeData(value);
            case INTERRUPT_ENABLE -> writeEnable(value);
            case INTERRUPT_ID -> writeFifoControl(value);
            case LINE_CONTROL -> format.setControl(value);
            case MODEM_CONTROL -> modem.setControl(value);
            case SCRATCH -> scratch = value;
            default -> {} // The status registers are read-only.
        }
        driveLine();
    }

    private void writeData(int value) {
        if (format.showsDivisor()) {
            format.setDivisorLow(value);
        } else {
            transmitter.write(format.mask(value), format.characterNanos());
        }
    }

    private void writeEnable(int value) {
        if (format.showsDivisor()) {
            format.setDivisorHigh(value);
            return;
        }
        // Switching this interrupt on while the transmitter is empty calls the driver at once.
        if ((value & ~enabled & ENABLE_EMPTY) != 0) {
            transmitter.tellEmpty(true);
        }
        enabled = value & ENABLE_ALL;
    }

    private void writeFifoControl(int value) {
        fifos = (value & FIFO_ENABLE) != 0;
        int trigger =
                switch (value >> 6) {
                    case 0 -> 1;
                    case 1 -> 4;
                    case 2 -> 8;
                    default -> 14;
                };
        receiver.configure(fifos, trigger, (value & FIFO_CLEAR_RECEIVER) != 0);
        transmitter.configure(fifos, (value & FIFO_CLEAR_TRANSMITTER) != 0);
    }

    /// The most urgent reason to interrupt.
    private int pending() {
        if ((enabled & ENABLE_LINE) != 0 && receiver.overrun()) {
            return ID_LINE;
        }
        if ((enabled & ENABLE_RECEIVED) != 0 && receiver.reachedTrigger()) {
            return ID_RECEIVED;
        }
        if ((enabled & ENABLE_RECEIVED) != 0 && receiver.timedOut()) {
            return ID_TIMEOUT;
        }
        if ((enabled & ENABLE_EMPTY) != 0 && transmitter.becameEmpty()) {
            return ID_EMPTY;
        }
        return (enabled & ENABLE_MODEM) != 0 && modem.changed() ? ID_MODEM : ID_NONE;
    }

    private void driveLine() {
        if (pending() != ID_NONE && modem.gatesInterrupts()) {
            line.raise();
        } else {
            line.lower();
        }
    }
}
