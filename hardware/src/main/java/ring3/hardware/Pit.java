package ring3.hardware;

import org.jspecify.annotations.Nullable;

/// The 8254 timer at ports 40-43, whose channel 0 drives interrupt line 0, and port 61, whose two
/// low bits let channel 2 sound the speaker.
///
/// Line 0 rises at the end of each period and falls right before the next rise, as in mode 2. The
/// fall in the middle of the square wave of mode 3 is left out: only a CPU that answers half a
/// period late could tell.
public final class Pit implements ByteDevice {
    private static final int CHANNEL_0 = 0x40;
    private static final int CHANNEL_2 = 0x42;
    private static final int MODE = 0x43;
    private static final int SYSTEM_CONTROL = 0x61;
    private static final int CHANNELS = 3;

    private static final int GATE_2 = 0x01;
    private static final int SPEAKER_DATA = 0x02;
    private static final int OUTPUT_2 = 0x20;

    private final VirtualClock clock;
    private final InterruptLine irq0;
    private final PitChannel[] channels = new PitChannel[CHANNELS];
    private int systemControl;
    private long rises;
    private @Nullable Timer nextRise;

    /// A timer that is stopped until its channels are programmed.
    public Pit(PortBus bus, VirtualClock clock, InterruptLine irq0) {
        this.clock = clock;
        this.irq0 = irq0;
        for (int i = 0; i < CHANNELS; i++) {
            channels[i] = new PitChannel();
        }
        bus.claim(CHANNEL_0, MODE, this);
        bus.claim(SYSTEM_CONTROL, SYSTEM_CONTROL, this);
    }

    /// The pitch of the speaker in hertz, rounded down; 0 while it is silent.
    public int speakerHertz() {
        boolean on = (systemControl & (GATE_2 | SPEAKER_DATA)) == (GATE_2 | SPEAKER_DATA);
        PitChannel channel = channels[2];
        return on && channel.pulses() ? (int) (PitChannel.OSCILLATOR_HERTZ / channel.count()) : 0;
    }

    @Override
    public int read(int port) {
        if (port == SYSTEM_CONTROL) {
            return systemControl | (speakerOutput() ? OUTPUT_2 : 0);
        }
        return port <= CHANNEL_2 ? channels[port - CHANNEL_0].read(clock.nanos()) : FLOATING;
    }

    /// A closed gate stops the channel with its output high.
    private boolean speakerOutput() {
        return (systemControl & GATE_2) == 0 || channels[2].output(clock.nanos());
    }

    @Override
    public void write(int port, int value) {
        switch (port) {
            case SYSTEM_CONTROL -> control(value & (GATE_2 | SPEAKER_DATA));
            case MODE -> mode(value);
            default -> {
                if (port <= CHANNEL_2) {
                    count(port - CHANNEL_0, value);
                }
            }
        }
    }

    private void control(int value) {
        if ((value & ~systemControl & GATE_2) != 0) {
            channels[2].restart(clock.nanos());
        }
        systemControl = value;
    }

    private void mode(int word) {
        int number = word >> 6;
        if (number == CHANNELS) {
            return; // The read-back command of the 8254 does nothing in its predecessor, the 8253.
        }
        if ((word & 0x30) == 0) {
            channels[number].latch(clock.nanos());
            return;
        }
        channels[number].control(word);
        if (number == 0) {
            stop();
        }
    }

    private void count(int number, int value) {
        boolean complete = channels[number].write(value, clock.nanos());
        if (number == 0 && complete) {
            stop();
            if (channels[0].pulses()) {
                rises = 0;
                awaitRise();
            }
        }
    }

    private void stop() {
        if (nextRise != null) {
            nextRise.cancel();
            nextRise = null;
        }
    }

    private void awaitRise() {
        rises++;
        // A CPU that was busy for several periods makes up for the rises, but not for the edges.
        long delay = Math.max(0, channels[0].riseNanos(rises) - clock.nanos());
        nextRise = clock.after(delay, this::rise);
    }

    private void rise() {
        irq0.lower();
        irq0.raise();
        awaitRise();
    }
}
