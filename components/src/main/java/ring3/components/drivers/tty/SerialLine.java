package ring3.components.drivers.tty;

import java.util.function.IntConsumer;
import ring3.components.lib.Ports;

/// A serial line behind a 16550 (PC16550D data sheet; minix: drivers/tty/tty/arch/i386/rs232.c).
/// Characters wait here until the chip's FIFO is empty; then it takes sixteen at once, by a single
/// kernel call.
final class SerialLine implements TerminalDevice {
    private static final int DATA = 0;
    private static final int INTERRUPT_ENABLE = 1;
    private static final int INTERRUPT_ID = 2;
    private static final int FIFO_CONTROL = 2;
    private static final int LINE_CONTROL = 3;
    private static final int MODEM_CONTROL = 4;
    private static final int LINE_STATUS = 5;
    private static final int MODEM_STATUS = 6;

    /// These two take the place of the first two while the divisor is switched in.
    private static final int DIVISOR_LOW = 0;

    private static final int DIVISOR_HIGH = 1;

    private static final int ENABLE_RECEIVED = 0x01;
    private static final int ENABLE_EMPTY = 0x02;
    private static final int ENABLE_LINE = 0x04;
    private static final int ID_NONE = 0x01;
    private static final int ID_MASK = 0x0e;
    private static final int ID_MODEM = 0x00;
    private static final int ID_EMPTY = 0x02;
    private static final int ID_LINE = 0x06;
    private static final int FIFO_ENABLE = 0x01;
    private static final int LINE_8_BITS = 0x03;
    private static final int LINE_DIVISOR = 0x80;
    private static final int MODEM_DTR = 0x01;
    private static final int MODEM_RTS = 0x02;

    /// Without it the chip's interrupt does not reach the bus of a PC.
    private static final int MODEM_OUT2 = 0x08;

    private static final int STATUS_DATA_READY = 0x01;
    private static final int STATUS_EMPTY = 0x20;

    /// 115,200 bits a second.
    private static final int DIVISOR = 1;

    private static final int FIFO_BYTES = 16;
    private static final int CAPACITY = 1024;

    private final Ports ports;
    private final int base;
    private final byte[] waiting = new byte[CAPACITY];
    private int first;
    private int count;

    /// The line at eight ports from `base`.
    SerialLine(Ports ports, int base) {
        this.ports = ports;
        this.base = base;
    }

    /// Sets the chip up. Its FIFO is not cleared: what a predecessor gave it is still to be sent.
    void start() {
        set(INTERRUPT_ENABLE, 0);
        set(LINE_CONTROL, LINE_DIVISOR);
        set(DIVISOR_LOW, DIVISOR);
        set(DIVISOR_HIGH, 0);
        set(LINE_CONTROL, LINE_8_BITS);
        set(FIFO_CONTROL, FIFO_ENABLE);
        set(MODEM_CONTROL, MODEM_DTR | MODEM_RTS | MODEM_OUT2);
        set(INTERRUPT_ENABLE, ENABLE_RECEIVED | ENABLE_EMPTY | ENABLE_LINE);
    }

    private int get(int register) {
        return ports.in(base + register);
    }

    private void set(int register, int value) {
        ports.out(base + register, value);
    }

    @Override
    public int room() {
        return CAPACITY - count;
    }

    /// Output of programs asks for room first; an echo that finds none is lost.
    @Override
    public void put(int character) {
        if (count < CAPACITY) {
            waiting[(first + count) % CAPACITY] = (byte) character;
            count++;
        }
    }

    @Override
    public void flush() {
        if (count > 0 && (get(LINE_STATUS) & STATUS_EMPTY) != 0) {
            send(Math.min(count, FIFO_BYTES));
        }
    }

    @Override
    public boolean hasTakenAll() {
        return count == 0;
    }

    private void send(int length) {
        int[] pairs = new int[2 * length];
        for (int i = 0; i < length; i++) {
            pairs[2 * i] = base + DATA;
            pairs[2 * i + 1] = waiting[(first + i) % CAPACITY] & 0xff;
        }
        first = (first + length) % CAPACITY;
        count -= length;
        ports.outAll(pairs);
    }

    /// The chip interrupted. It may have several reasons, and calls again only after all are gone.
    /// What came in goes to `received`.
    void serve(IntConsumer received) {
        int id = get(INTERRUPT_ID);
        while ((id & ID_NONE) == 0) {
            switch (id & ID_MASK) {
                case ID_EMPTY -> {} // To ask was enough; whoever called us flushes.
                case ID_LINE -> get(LINE_STATUS);
                case ID_MODEM -> get(MODEM_STATUS);
                default -> receive(received);
            }
            id = get(INTERRUPT_ID);
        }
    }

    private void receive(IntConsumer received) {
        do {
            received.accept(get(DATA));
        } while ((get(LINE_STATUS) & STATUS_DATA_READY) != 0);
    }
}
