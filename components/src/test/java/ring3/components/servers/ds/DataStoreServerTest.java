package ring3.components.servers.ds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ring3.components.protocol.Ds;
import ring3.components.protocol.Ds.DsCheck;
import ring3.components.protocol.Ds.DsDelete;
import ring3.components.protocol.Ds.DsPublish;
import ring3.components.protocol.Ds.DsRetrieve;
import ring3.components.protocol.Ds.DsRetrieveLabel;
import ring3.components.protocol.Ds.DsSubscribe;
import ring3.components.protocol.DsReply.DsChange;
import ring3.components.protocol.DsReply.DsValue;
import ring3.components.testing.FakeProcess;
import ring3.components.testing.FakeTraps;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Notify;
import ring3.syslib.Result;

class DataStoreServerTest {
    private static final Endpoint DISK = Endpoint.of(20, 1);
    private static final Endpoint STRANGER = Endpoint.of(30, 1);
    private static final int GRANT = 0x2000;
    private static final int U32 = Ds.U32;
    private static final int LABEL = Ds.LABEL;

    private final FakeTraps traps = new FakeTraps(Endpoint.DS, 64);
    private final FakeProcess ds = FakeProcess.service(traps, new DataStoreServer());

    @BeforeEach
    void labelsOfTheBootedSystem() {
        publishLabel("rs", Endpoint.RS);
        publishLabel("vfs", Endpoint.VFS);
        publishLabel("at_wini", DISK);
        traps.forget();
    }

    @AfterEach
    void end() {
        ds.close();
    }

    private Message ask(Endpoint caller, Message request) {
        ds.deliver(caller, request);
        return traps.sentTo(caller).getLast();
    }

    private int key(Endpoint caller, String key) {
        return traps.memoryOf(caller).putText(GRANT, key);
    }

    private Message publishLabel(String label, Endpoint process) {
        return publish(Endpoint.RS, label, LABEL | Ds.OVERWRITE, process.value());
    }

    private Message publish(Endpoint caller, String key, int flags, int value) {
        return ask(caller, new DsPublish(GRANT, key(caller, key), flags, value));
    }

    private Message retrieve(String key, int type) {
        return ask(STRANGER, new DsRetrieve(GRANT, key(STRANGER, key), type));
    }

    private Message delete(Endpoint caller, String key, int type) {
        return ask(caller, new DsDelete(GRANT, key(caller, key), type));
    }

    private Message subscribe(String pattern, int flags) {
        return ask(Endpoint.VFS, new DsSubscribe(GRANT, key(Endpoint.VFS, pattern), flags));
    }

    private Message check() {
        return ask(Endpoint.VFS, new DsCheck(GRANT, Ds.KEY_MAX));
    }

    private long nudges() {
        return traps.sentTo(Endpoint.VFS).stream().filter(Notify.class::isInstance).count();
    }

    private static Message error(Errno errno) {
        return Result.of(errno);
    }

    @Test
    void aLabelThatRsPublishedIsFoundByAnybody() {
        assertEquals(new DsValue(DISK.value()), retrieve("at_wini", LABEL));
    }

    @Test
    void nobodyButRsPublishesLabels() {
        assertEquals(error(Errno.EPERM), publish(DISK, "tty", LABEL, DISK.value()));
        assertEquals(error(Errno.ENOENT), retrieve("tty", LABEL));
    }

    @Test
    void aServicePublishesNumbersOfItsOwn() {
        assertEquals(Result.OK, publish(DISK, "drv.blk.at_wini", U32, 1));
        assertEquals(new DsValue(1), retrieve("drv.blk.at_wini", U32));
    }

    @Test
    void aProcessWithoutALabelPublishesNothing() {
        assertEquals(error(Errno.EPERM), publish(STRANGER, "drv.blk.at_wini", U32, 1));
        assertEquals(error(Errno.ENOENT), retrieve("drv.blk.at_wini", U32));
    }

    @Test
    void aValueIsReplacedOnlyOnRequestAndOnlyByItsOwner() {
        publish(DISK, "key", U32, 1);

        assertEquals(error(Errno.EEXIST), publish(DISK, "key", U32, 2));
        assertEquals(error(Errno.EPERM), publish(Endpoint.VFS, "key", U32 | Ds.OVERWRITE, 3));
        assertEquals(new DsValue(1), retrieve("key", U32));
        assertEquals(Result.OK, publish(DISK, "key", U32 | Ds.OVERWRITE, 4));
        assertEquals(new DsValue(4), retrieve("key", U32));
    }

    @Test
    void anEmptyOrOverlongKeyOrAnUnknownTypeIsRefused() {
        assertEquals(error(Errno.EINVAL), publish(DISK, "", U32, 1));
        assertEquals(error(Errno.EINVAL), publish(DISK, "k".repeat(Ds.KEY_MAX + 1), U32, 1));
        assertEquals(error(Errno.EINVAL), publish(DISK, "key", 0, 1));
        assertEquals(Result.OK, publish(DISK, "k".repeat(Ds.KEY_MAX), U32, 1));
    }

    @Test
    void nothingMoreIsStoredWhenTheStoreIsFull() {
        for (int i = 0; i < 125; i++) {
            assertEquals(Result.OK, publish(DISK, "key" + i, U32, i));
        }

        assertEquals(error(Errno.ENOMEM), publish(DISK, "one more", U32, 1));
    }

    @Test
    void onlyTheOwnerDeletesAKey() {
        publish(DISK, "key", U32, 1);

        assertEquals(error(Errno.EPERM), delete(Endpoint.VFS, "key", U32));
        assertEquals(new DsValue(1), retrieve("key", U32));
        assertEquals(Result.OK, delete(DISK, "key", U32));
        assertEquals(error(Errno.ENOENT), retrieve("key", U32));
    }

    @Test
    void deletingALabelTakesAlongWhatItsBearerPublishedAndNothingElse() {
        publish(DISK, "drv.blk.at_wini", U32, 1);
        publish(Endpoint.VFS, "ready", U32, 1);

        assertEquals(Result.OK, delete(Endpoint.RS, "at_wini", LABEL));

        assertEquals(error(Errno.ENOENT), retrieve("at_wini", LABEL));
        assertEquals(error(Errno.ENOENT), retrieve("drv.blk.at_wini", U32));
        assertEquals(new DsValue(1), retrieve("ready", U32));
    }

    @Test
    void theLabelOfAProcessIsToldAndAStrangerHasNone() {
        assertEquals(new Result(7), ask(STRANGER, new DsRetrieveLabel(DISK, GRANT, 80)));
        assertEquals("at_wini", traps.memoryOf(STRANGER).text(GRANT, 7));
        assertEquals(error(Errno.ESRCH), ask(STRANGER, new DsRetrieveLabel(STRANGER, GRANT, 80)));
    }

    @Test
    void aSubscriberIsNudgedForMatchingKeysOnlyAndFetchesEachOnce() {
        subscribe("drv\\.[bc]..\\..*", 0);

        publish(DISK, "other", U32, 1);
        assertEquals(0, nudges());
        publish(DISK, "drv.blk.at_wini", U32, 1);
        assertEquals(1, nudges());

        assertEquals(new DsChange(15, U32 | Ds.PUBLISHED, DISK, 1), check());
        assertEquals("drv.blk.at_wini", traps.memoryOf(Endpoint.VFS).text(GRANT, 15));
        assertEquals(error(Errno.ENOENT), check());
    }

    @Test
    void aSubscriberIsToldOfADeletion() {
        publish(DISK, "drv.blk.at_wini", U32, 1);
        subscribe("drv.*", 0);

        delete(DISK, "drv.blk.at_wini", U32);

        assertEquals(new DsChange(15, U32, DISK, 1), check());
    }

    @Test
    void whatIsThereAlreadyCountsOnlyOnRequest() {
        subscribe("at_.*", 0);
        assertEquals(error(Errno.ENOENT), check());

        assertEquals(error(Errno.EEXIST), subscribe("at_.*", Ds.INITIAL));
        assertEquals(Result.OK, subscribe("at_.*", Ds.INITIAL | Ds.OVERWRITE));
        assertEquals(new DsChange(7, LABEL | Ds.PUBLISHED, Endpoint.RS, DISK.value()), check());
    }

    @Test
    void aBrokenPatternIsRefused() {
        assertEquals(error(Errno.EINVAL), subscribe("drv.(", 0));
        assertEquals(error(Errno.ESRCH), check());
    }
}
