package ring3.app.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ring3.events.KernelEvent;
import ring3.hardware.Uart;

/// The cable from the lab to the second serial line of a machine, at whose other end the courier
/// waits. Each byte that goes in is an input of the session; none is sent before somebody waits for
/// it, so none is lost.
public final class ParcelCable {
    /// The terminal that the courier has to listen to.
    public static final String TERMINAL = "/dev/tty01";

    private static final int LINE = 1;
    private static final Pattern DONE = Pattern.compile("done (\\d{1,3})");

    private final LineReads reads = new LineReads(LINE);
    private final Queue<Parcel> parcels = new ArrayDeque<>();
    private final List<String> said = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private byte[] bytes = {};
    private int sent;

    /// Connects it; to be done when the machine has just been switched on.
    void plugInto(Session session) {
        session.machine().computer().serialOutput(LINE, this::hear);
    }

    void add(KernelEvent event) {
        reads.add(event);
    }

    /// Will send a parcel, after those that are on their way.
    void send(Parcel parcel) {
        parcels.add(parcel);
        if (parcels.size() == 1) {
            begin();
        }
    }

    private void begin() {
        Parcel next = parcels.peek();
        bytes = next == null ? new byte[0] : next.bytes();
        sent = 0;
        said.clear();
    }

    /// Whether there is something left to send.
    boolean isBusy() {
        return sent < bytes.length;
    }

    /// Sends as much as the receiver has room for, if somebody waits for it.
    void feed(Session session) {
        Uart port = session.machine().computer().serial(LINE);
        while (isBusy() && reads.isWaiting() && port.canReceive()) {
            session.apply(new Input.Receive(LINE, bytes[sent] & 0xff));
            sent++;
        }
    }

    private void hear(int character) {
        if (character != '\n') {
            line.append((char) character);
            return;
        }
        String heard = line.toString();
        line.setLength(0);
        Matcher done = DONE.matcher(heard);
        if (!done.matches()) {
            said.add(heard);
        } else if (!parcels.isEmpty()) {
            int status = Integer.parseInt(done.group(1));
            parcels.remove().onAnswer().accept(status, List.copyOf(said));
            begin();
        }
    }
}
