package ring3.kernel.fuzz;

import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ring3.syslib.Endpoint;
import ring3.syslib.GrantTable;
import ring3.syslib.KernelRequest;
import ring3.syslib.KernelRequest.Statectl;
import ring3.syslib.Memory;
import ring3.syslib.Syslib;

/// Makes as many calls, and sends as many messages, as it is told, all of them nonsense.
final class Villain implements Consumer<Syslib> {
    /// Nine calls in ten ask the kernel, the tenth is a message.
    private static final int MESSAGES = 10;

    private static final int PATIENCE = 4;
    private static final int FRESH = 500;
    private static final int NUMBERS = 64;
    private static final int GRANTS = 16;

    private final Random random;
    private final Nonsense nonsense;
    private final Endpoint[] servers;
    private final long allowed;
    private final int calls;
    private @Nullable KernelRequest last;

    /// @param allowed the kernel calls that it may make, one bit each
    /// @param calls how many calls are one job
    /// @param servers whom it may ask; they answer
    Villain(Random random, Nonsense nonsense, long allowed, int calls, Endpoint... servers) {
        this.random = random;
        this.nonsense = nonsense;
        this.allowed = allowed;
        this.calls = calls;
        this.servers = servers.clone();
    }

    @Override
    public void accept(Syslib sys) {
        for (int i = 0; i < calls; i++) {
            if (i % FRESH == 0) {
                scribble(sys.memory());
            }
            KernelRequest request = request();
            last = request;
            if (random.nextInt(MESSAGES) == 0) {
                message(sys, request);
            } else {
                sys.kernelCall(request);
            }
        }
    }

    /// Most of its requests are of a kind that it may make.
    private KernelRequest request() {
        KernelRequest request = nonsense.request();
        for (int i = 0; i < PATIENCE && (request.sysCall().bit() & allowed) == 0; i++) {
            request = nonsense.request();
        }
        return request;
    }

    /// Puts numbers everywhere in its memory, and grants.
    private void scribble(Memory memory) {
        for (int i = 0; i < NUMBERS; i++) {
            memory.putInt(Cast.BASE + random.nextInt(Cast.MEMORY / 4) * 4, nonsense.edge());
        }
        for (int i = 0; i < GRANTS; i++) {
            int entry = Cast.GRANTS + i * GrantTable.ENTRY_BYTES;
            memory.putInt(entry + GrantTable.ENTRY_FLAGS, nonsense.number(Cast.GRANT_FLAGS));
            memory.putInt(entry + GrantTable.ENTRY_SEQUENCE, nonsense.number(0));
            Endpoint grantee = random.nextInt(4) == 0 ? nonsense.endpoint() : Endpoint.ANY;
            memory.putInt(entry + GrantTable.ENTRY_GRANTEE, grantee.value());
            memory.putInt(entry + GrantTable.ENTRY_OWNER, nonsense.endpoint().value());
            memory.putInt(entry + GrantTable.ENTRY_START, nonsense.number(Cast.BASE, i));
            memory.putInt(entry + GrantTable.ENTRY_LENGTH, nonsense.number(Cast.GRANTED));
        }
    }

    /// It waits for those only who answer.
    private void message(Syslib sys, KernelRequest request) {
        switch (random.nextInt(4)) {
            case 0 -> sys.sendnb(nonsense.endpoint(), request);
            case 1 -> sys.notify(nonsense.endpoint());
            case 2 -> sys.asynsend(nonsense.endpoint(), request, nonsense.edge());
            default -> {
                // A filter of its own would keep the answer from it, for ever.
                sys.kernelCall(new Statectl(Statectl.CLEAR_FILTERS, 0, 0));
                sys.sendrec(servers[random.nextInt(servers.length)], request);
            }
        }
    }

    @Override
    public String toString() {
        return "last request: " + last;
    }
}
