package ring3.components.servers.mfs;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Bdev;
import ring3.components.protocol.Bdev.BdevClose;
import ring3.components.protocol.Bdev.BdevIoctl;
import ring3.components.protocol.Bdev.BdevOpen;
import ring3.components.protocol.Bdev.BdevRead;
import ring3.components.protocol.Bdev.BdevReply;
import ring3.components.protocol.Bdev.BdevWrite;
import ring3.components.testing.FakeTraps;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Result;

/// A disk driver for tests: the bytes of a disk, and a driver that dies when it is told to. Each
/// incarnation forgets what was open.
final class FakeDisk {
    static final String LABEL = "at_wini";
    private static final int SLOT = 40;

    private final FakeTraps traps;
    private final List<Bdev> requests = new ArrayList<>();
    final byte[] bytes;
    private int generation = 1;
    private boolean open;
    private int requestsToLive = Integer.MAX_VALUE;
    private int lookupsUntilRestart;
    private int lookups;
    private Errno failure = Errno.OK;

    FakeDisk(FakeTraps traps, byte[] bytes) {
        this.traps = traps;
        this.bytes = bytes;
        listen();
    }

    /// What the driver was asked for so far.
    List<Bdev> requests() {
        return requests;
    }

    int lookups() {
        return lookups;
    }

    /// Dies of the request after so many, and is back when the data store was asked so often.
    void dieAfter(int requestsToAnswer, int lookupsUntilBack) {
        requestsToLive = requestsToAnswer;
        lookupsUntilRestart = lookupsUntilBack;
    }

    /// The driver was restarted while nobody asked it for anything.
    void restart() {
        generation++;
        open = false;
        listen();
    }

    /// All transfers fail from now on.
    void fail(Errno errno) {
        failure = errno;
    }

    /// What the data store knows: the dead incarnation until the next one is there.
    @Nullable Endpoint find(String label) {
        lookups++;
        if (requestsToLive < 0 && --lookupsUntilRestart < 0) {
            requestsToLive = Integer.MAX_VALUE;
            restart();
        }
        return label.equals(LABEL) ? endpoint() : null;
    }

    private Endpoint endpoint() {
        return Endpoint.of(SLOT, generation);
    }

    private void listen() {
        Endpoint incarnation = endpoint();
        traps.answer(incarnation, message -> answer(incarnation, message));
    }

    private Message answer(Endpoint incarnation, Message message) {
        boolean dead = !incarnation.equals(endpoint()) || requestsToLive < 0;
        if (dead || --requestsToLive < 0) {
            return Result.of(Errno.EDEADSRCDST);
        }
        requests.add((Bdev) message);
        return new BdevReply(status((Bdev) message), 0);
    }

    private int status(Bdev request) {
        return switch (request) {
            case BdevOpen _ -> {
                open = true;
                yield 0;
            }
            case BdevClose _ -> 0;
            case Bdev _ when !open -> Errno.ERESTART.status();
            case BdevIoctl(_, _, int grant) -> {
                traps.memory().putLong(traps.granted(grant), bytes.length);
                yield 0;
            }
            case Bdev _ when failure != Errno.OK -> failure.status();
            case BdevRead(_, long pos, int count, int grant, _, _) -> {
                traps.memory().put(traps.granted(grant), bytes, (int) pos, count);
                yield count;
            }
            case BdevWrite(_, long pos, int count, int grant, _, _) -> {
                traps.memory().get(traps.granted(grant), bytes, (int) pos, count);
                yield count;
            }
            case BdevReply _ -> Errno.EINVAL.status();
        };
    }
}
