package ring3.components.lib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.components.protocol.Ds;
import ring3.components.protocol.Ds.DsCheck;
import ring3.components.protocol.Ds.DsPublish;
import ring3.components.protocol.Ds.DsRetrieve;
import ring3.components.protocol.Ds.DsSubscribe;
import ring3.components.protocol.DsReply.DsChange;
import ring3.components.protocol.DsReply.DsValue;
import ring3.components.testing.ByteMemory;
import ring3.components.testing.FakeTraps;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

class DataStoreTest {
    private final FakeTraps traps = new FakeTraps(Endpoint.MFS, 64);
    private final DataStore dataStore = new DataStore(new Syslib(traps));
    private final Deque<Message> answers = new ArrayDeque<>();
    private String key = "";

    DataStoreTest() {
        traps.answer(Endpoint.DS, this::answer);
    }

    private Message answer(Message request) {
        ByteMemory memory = (ByteMemory) traps.memory();
        switch (request) {
            case DsPublish r -> key = memory.text(traps.granted(r.keyGrant()), r.keyLength());
            case DsRetrieve r -> key = memory.text(traps.granted(r.keyGrant()), r.keyLength());
            case DsSubscribe r ->
                    key = memory.text(traps.granted(r.patternGrant()), r.patternLength());
            case DsCheck r -> memory.putText(traps.granted(r.keyGrant()), "drv.blk.at_wini");
            default -> throw new IllegalArgumentException(request.typeName());
        }
        return answers.remove();
    }

    @Test
    void aPublishedKeyReachesTheDataStoreThroughAGrant() {
        answers.add(Result.OK);

        assertEquals(0, dataStore.publish("drv.blk.at_wini", DataStore.DRIVER_UP));
        assertEquals("drv.blk.at_wini", key);
    }

    @Test
    void aLabelIsAnEndpointOrNull() {
        answers.add(new DsValue(32_788));
        answers.add(Result.of(Errno.ENOENT));

        assertEquals(new Endpoint(32_788), dataStore.retrieveLabel("at_wini"));
        assertEquals("at_wini", key);
        assertNull(dataStore.retrieveLabel("at_wini"));
    }

    @Test
    void anOverlongKeyIsRefusedWithoutAMessage() {
        assertEquals(Errno.EINVAL.status(), dataStore.publish("k".repeat(81), 1));
        assertEquals(List.of(), traps.askedOf(Endpoint.DS));
    }

    @Test
    void changesAreFetchedUntilThereIsNoMore() {
        answers.add(Result.OK);
        answers.add(new DsChange(15, Ds.U32 | Ds.PUBLISHED, Endpoint.of(20, 1), 1));
        answers.add(Result.of(Errno.ENOENT));

        assertEquals(0, dataStore.subscribe("drv\\..*"));
        assertEquals(new DataStore.Change("drv.blk.at_wini", true, Ds.U32, 1), dataStore.check());
        assertNull(dataStore.check());
    }
}
