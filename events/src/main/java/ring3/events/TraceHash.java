package ring3.events;

import ring3.events.KernelEvent.*;
import ring3.syslib.Endpoint;
import ring3.syslib.Message;

/// The rolling hash of a trace: equal for equal runs, on every machine. Enums enter by their place,
/// since their own hash codes differ from one JVM to the next; records of numbers by their hash
/// code, which a test holds to its formula.
public final class TraceHash {
    private long hash = 0xcbf29ce484222325L;

    /// The hash of all events so far.
    public long value() {
        return hash;
    }

    /// Takes in the next event.
    public void add(KernelEvent event) {
        event.addTo(this);
    }

    /// The time of an event.
    void time(long nanos) {
        mix(nanos, 0L, 0L);
    }

    void message(int kind, Endpoint from, Endpoint to, int number, Message message) {
        mix(
                pair(kind, from.value()),
                pair(to.value(), number),
                pair(message.type(), message.hashCode()));
    }

    void mix(int kind, Endpoint process, int value) {
        mix(pair(kind, process.value()), value, 0L);
    }

    void mix(int a, int b, int c) {
        mix(pair(a, b), c, 0L);
    }

    private static long pair(int high, int low) {
        return (long) high << 32 | low & 0xffffffffL;
    }

    void mix(int value) {
        mix(value, 0L, 0L);
    }

    /// One step of a multiplicative hash with a final shift, so that high bits come down again. The
    /// products of the three do not wait for each other, nor for the step before.
    private void mix(long a, long b, long c) {
        long product =
                a * 0x9e3779b97f4a7c15L
                        ^ Long.rotateLeft(b * 0xc2b2ae3d27d4eb4fL, 23)
                        ^ Long.rotateLeft(c * 0x165667b19e3779f9L, 41);
        long mixed = (hash ^ product) * 0xff51afd7ed558ccdL;
        hash = mixed ^ mixed >>> 29;
    }
}
