package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent;
import ring3.events.KernelEvent.MessageQueued;
import ring3.hardware.CostModel;
import ring3.kernel.core.Proc;
import ring3.kernel.core.RawTraps;
import ring3.kernel.testing.Ping;
import ring3.kernel.testing.Rights;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Errno;
import ring3.syslib.Syslib;

/// The table that SENDA hands to the kernel: how long it may be, what may be in it, and what
/// becomes of the one before.
class AsyncTableTest {
    private final List<KernelEvent> events = new ArrayList<>();
    private final BareKernel kernel =
            new BareKernel(4 << 20, CostModel.DEFAULT, event -> !events.add(event));
    private final List<String> heard = new ArrayList<>();
    private final Proc sender = kernel.start(40, "sender", rights(), 0, Syslib::receive);
    private final Proc receiver = kernel.start(41, "receiver", rights(), 0, this::hear);
    private final Proc gate = kernel.start(42, "gate", rights(), 0, this::open);
    private boolean shut = true;

    private static ring3.syslib.Privilege rights() {
        return Rights.ALL.privilege();
    }

    /// The receiver hears nothing before the gate is open.
    private void hear(Syslib sys) {
        sys.receive(gate.endpoint);
        while (true) {
            heard.add(sys.receive().message().typeName());
        }
    }

    private void open(Syslib sys) {
        while (shut) {
            sys.receive(ring3.syslib.Endpoint.CLOCK);
        }
        sys.send(receiver.endpoint, new Ping(0));
        sys.receive();
    }

    private AsyncMessage entry(int flags, int number) {
        AsyncMessage entry = new AsyncMessage();
        entry.flags = flags;
        entry.destination = receiver.endpoint;
        entry.message = new Ping(number);
        return entry;
    }

    private static AsyncMessage[] empty(int length) {
        AsyncMessage[] table = new AsyncMessage[length];
        for (int i = 0; i < length; i++) {
            table[i] = new AsyncMessage();
        }
        return table;
    }

    private Errno senda(AsyncMessage... table) {
        kernel.core().processor.run(kernel.core().trace.nanos() + 100_000);
        return RawTraps.senda(kernel.core(), sender, table);
    }

    @Test
    void tableHasSixteenEntriesForEachProcessAtMost() {
        int most = 16 * (256 + 5);
        assertEquals(Errno.OK, senda(empty(most)));
        assertEquals(Errno.EDOM, senda(empty(most + 1)));
    }

    @Test
    void entryThatIsNoneOrHasUnknownFlagsIsRefusedWithAllOthers() {
        AsyncMessage good = entry(AsyncMessage.VALID, 1);
        for (int wrong :
                new int[] {
                    AsyncMessage.DONE,
                    AsyncMessage.NOTIFY,
                    AsyncMessage.VALID | 64,
                    AsyncMessage.VALID | 1 << 31
                }) {
            assertEquals(Errno.EINVAL, senda(good, entry(wrong, 2)));
        }
        assertEquals(AsyncMessage.VALID, good.flags, "it was not looked at");
        for (int right :
                new int[] {
                    AsyncMessage.EMPTY,
                    AsyncMessage.VALID | AsyncMessage.DONE,
                    AsyncMessage.VALID | AsyncMessage.NOTIFY | AsyncMessage.NOREPLY,
                    AsyncMessage.VALID | AsyncMessage.NOTIFY_ERR
                }) {
            assertEquals(Errno.OK, senda(entry(right, 2)));
        }
    }

    @Test
    void messageThatWaitsIsToldOfOnceHoweverOftenItsTableIsHandedOver() {
        AsyncMessage first = entry(AsyncMessage.VALID, 1);
        senda(first);
        senda(first, entry(AsyncMessage.VALID, 2));

        assertEquals(2, events.stream().filter(MessageQueued.class::isInstance).count());
        assertEquals(AsyncMessage.VALID | AsyncMessage.QUEUED, first.flags);
    }

    @Test
    void formerTableDoesNotCountAnyMore() {
        senda(entry(AsyncMessage.VALID, 1));
        senda(entry(AsyncMessage.VALID, 2));
        letReceive();

        assertEquals(List.of(new Ping(2).typeName()), heard);
    }

    @Test
    void messageThatIsDoneIsNotSentAgain() {
        AsyncMessage only = entry(AsyncMessage.VALID, 1);
        senda(only);
        letReceive();
        assertTrue((only.flags & AsyncMessage.DONE) != 0);
        assertEquals(0, only.result);

        senda(only);
        kernel.core().processor.run(kernel.core().trace.nanos() + 100_000);

        assertEquals(1, heard.size());
    }

    private void letReceive() {
        shut = false;
        kernel.core().clock.setAlarm(gate.priv, 1);
        kernel.core().processor.run(kernel.core().trace.nanos() + 40_000_000);
    }
}
