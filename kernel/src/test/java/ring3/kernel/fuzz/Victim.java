package ring3.kernel.fuzz;

import java.util.Arrays;
import ring3.kernel.testing.Ping;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.GrantTable;
import ring3.syslib.KernelRequest;
import ring3.syslib.Memory;
import ring3.syslib.Program;
import ring3.syslib.Received;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

/// A server that answers everybody. It grants the villains a little of its memory and can tell
/// whether the rest is still as it was.
final class Victim implements Program {
    /// Asked by anybody: is all well with you? Answered by OK, or by EFAULT when its memory is not
    /// as it was.
    static final Ping HOW_ARE_YOU = new Ping(1);

    private static final int REVOKED = 5;
    private static final Result FAULT = Result.of(Errno.EFAULT);

    private final Endpoint[] villains;
    private int writable;
    private byte[] before = {};

    Victim(Endpoint... villains) {
        this.villains = villains.clone();
    }

    @Override
    public void run(Syslib sys) {
        prepare(sys);
        while (true) {
            Received in = sys.receive();
            boolean asked = in.message().equals(HOW_ARE_YOU);
            sys.reply(in.source(), asked && !isIntact(sys.memory()) ? FAULT : Result.OK);
        }
    }

    /// Each villain may read one place and write another. The grants behind those are for the
    /// villains no more, or never were: for another process, under an id that has been taken back
    /// several times, in an entry that is not valid, and in one behind the end of the table.
    private void prepare(Syslib sys) {
        int entries = 2 * villains.length + 4;
        int table = sys.allocate(entries * GrantTable.ENTRY_BYTES);
        GrantTable grants = new GrantTable(sys.memory(), table, entries);
        sys.kernelCall(new KernelRequest.Setgrant(table, entries - 1));
        int secret = sys.allocate(Cast.GRANTED);
        writable = sys.allocate(Cast.GRANTED);
        for (Endpoint villain : villains) {
            grants.direct(villain, secret, Cast.GRANTED, GrantTable.READ);
            grants.direct(villain, writable, Cast.GRANTED, GrantTable.WRITE);
        }
        grants.direct(Cast.CLIENT, secret, Cast.GRANTED, GrantTable.WRITE);
        int invalid = grants.direct(Endpoint.ANY, secret, Cast.GRANTED, GrantTable.WRITE);
        int entry = table + GrantTable.index(invalid) * GrantTable.ENTRY_BYTES;
        sys.memory().putInt(entry, GrantTable.USED | GrantTable.DIRECT | GrantTable.WRITE);
        int behind = grants.direct(Endpoint.ANY, secret, Cast.GRANTED, GrantTable.WRITE);
        assert GrantTable.index(behind) == entries - 1 : "the last entry";
        int old = grants.direct(Endpoint.ANY, secret, Cast.GRANTED, GrantTable.WRITE);
        for (int i = 0; i < REVOKED; i++) {
            grants.revoke(old);
            grants.direct(Endpoint.ANY, secret, Cast.GRANTED, GrantTable.WRITE);
        }
        before = contents(sys.memory());
    }

    private boolean isIntact(Memory memory) {
        return Arrays.equals(before, contents(memory));
    }

    /// All its memory but for what may be written.
    private byte[] contents(Memory memory) {
        byte[] bytes = new byte[Cast.MEMORY];
        memory.get(Cast.BASE, bytes, 0, bytes.length);
        Arrays.fill(bytes, writable - Cast.BASE, writable - Cast.BASE + Cast.GRANTED, (byte) 0);
        return bytes;
    }
}
