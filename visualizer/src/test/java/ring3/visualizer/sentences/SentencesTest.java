package ring3.visualizer.sentences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.ExceptionRaised;
import ring3.events.KernelEvent.IpcRefused;
import ring3.events.KernelEvent.KernelCalled;
import ring3.events.KernelEvent.MessageDelivered;
import ring3.events.KernelEvent.MessageQueued;
import ring3.events.KernelEvent.PortAccessed;
import ring3.events.KernelEvent.PortRefused;
import ring3.events.KernelEvent.ProcessBorn;
import ring3.events.KernelEvent.ReceiverBlocked;
import ring3.events.Rule;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelRequest;
import ring3.syslib.Message;
import ring3.syslib.Notify;
import ring3.syslib.PortIo;
import ring3.syslib.Result;
import ring3.syslib.Signals;
import ring3.syslib.Trap;

class SentencesTest {
    private static final Endpoint VFS = Endpoint.VFS;
    private static final Endpoint MFS = Endpoint.MFS;

    private final Sentences sentences = new Sentences(SentencesTest::name);

    private record ReqRead(int inode, long position) implements Message {
        @Override
        public int type() {
            return 0xa01;
        }
    }

    private static String name(Endpoint endpoint, long event) {
        return endpoint.equals(VFS) ? "vfs" : endpoint.equals(MFS) ? "mfs" : "other";
    }

    private String delivered(Endpoint source, Trap trap, Message message) {
        return sentences.of(new MessageDelivered(1, 0, source, MFS, trap, message));
    }

    @Test
    void aRequestNamesItsTypeAndFields() {
        assertEquals(
                "vfs asks mfs: REQ_READ inode=7 position=512",
                delivered(VFS, Trap.SENDREC, new ReqRead(7, 512)));
        assertEquals(
                "vfs tells mfs: REQ_READ inode=7 position=0",
                delivered(VFS, Trap.SENDA, new ReqRead(7, 0)));
    }

    @Test
    void anAnswerIsCalledAnAnswer() {
        assertEquals("vfs answers mfs: result 0", delivered(VFS, Trap.SEND, Result.OK));
        assertEquals(
                "vfs answers mfs: error EBADF", delivered(VFS, Trap.SEND, Result.of(Errno.EBADF)));
    }

    @Test
    void aNotificationSaysWhatItsSourceMeans() {
        var notify = new Notify(0, 1, 0);

        assertEquals(
                "mfs learns of its interrupt", delivered(Endpoint.HARDWARE, Trap.NOTIFY, notify));
        assertEquals(
                "mfs learns that its alarm went off",
                delivered(Endpoint.CLOCK, Trap.NOTIFY, notify));
        assertEquals("vfs notifies mfs", delivered(VFS, Trap.NOTIFY, notify));
    }

    @Test
    void aMessageThatWaitsSaysWhere() {
        var message = new ReqRead(7, 0);

        assertEquals(
                "vfs waits until mfs takes REQ_READ inode=7 position=0",
                sentences.of(new MessageQueued(1, 0, VFS, MFS, Trap.SENDREC, message)));
        assertEquals(
                "vfs leaves REQ_READ inode=7 position=0 with the kernel for mfs",
                sentences.of(new MessageQueued(1, 0, VFS, MFS, Trap.SENDA, message)));
    }

    @Test
    void aReceiverWaitsForOneOrForAnybody() {
        assertEquals("mfs waits for vfs", sentences.of(new ReceiverBlocked(1, 0, MFS, VFS)));
        assertEquals(
                "mfs waits for a message",
                sentences.of(new ReceiverBlocked(1, 0, MFS, Endpoint.ANY)));
    }

    @Test
    void aRefusalSaysWhoWhatAndWhy() {
        assertEquals(
                "mfs may not write 20 to port 1F7: that port is not in its privileges",
                sentences.of(new PortRefused(1, 0, MFS, 0x1f7, true, 0x20, Rule.PORT_RANGE)));
        assertEquals(
                "mfs may not read port 60: that port is not in its privileges",
                sentences.of(new PortRefused(1, 0, MFS, 0x60, false, 0, Rule.PORT_RANGE)));
        assertEquals(
                "mfs may not SEND to vfs: its privileges do not let it send to that process"
                        + " (ECALLDENIED)",
                sentences.of(
                        new IpcRefused(
                                1, 0, MFS, Trap.SEND, VFS, Errno.ECALLDENIED, Rule.SEND_MASK)));
    }

    private String call(KernelRequest request, Errno status) {
        return sentences.of(new KernelCalled(1, 0, MFS, request, status.status()));
    }

    @Test
    void aKernelCallSaysWhatItsCallerWants() {
        assertEquals(
                "mfs copies 448 bytes to vfs (SYS_VIRCOPY)",
                call(new KernelRequest.Vircopy(MFS, 0x1000, VFS, 0x2000, 448), Errno.OK));
        assertEquals(
                "mfs copies 448 bytes from vfs (SYS_VIRCOPY)",
                call(new KernelRequest.Vircopy(VFS, 0, Endpoint.SELF, 0, 448), Errno.OK));
        assertEquals(
                "mfs writes 7 ports (SYS_VDEVIO)",
                call(new KernelRequest.Vdevio(PortIo.OUTPUT | PortIo.BYTE, 0, 7), Errno.OK));
        assertEquals(
                "mfs reads port 1F7 (SYS_DEVIO)",
                call(new KernelRequest.Devio(PortIo.INPUT | PortIo.BYTE, 0x1f7, 0), Errno.OK));
        assertEquals(
                "mfs cancels its alarm (SYS_SETALARM)",
                call(new KernelRequest.Setalarm(0, false), Errno.OK));
    }

    @Test
    void aKernelCallThatFailedSaysSo() {
        assertEquals(
                "mfs raises SIGKILL on vfs (SYS_KILL), which fails: EPERM",
                call(new KernelRequest.Kill(VFS, Signals.SIGKILL), Errno.EPERM));
    }

    private record DevOpen(Endpoint user, int address, int port, String rest) implements Message {
        @Override
        public int type() {
            return 0xa02;
        }
    }

    @Test
    void endpointsHaveTheirNamesAndPlacesAreHexadecimal() {
        assertEquals(
                "vfs asks mfs: DEV_OPEN user=mfs address=1FF0 port=1F7 rest=a, port=3",
                delivered(VFS, Trap.SENDREC, new DevOpen(MFS, 0x1ff0, 0x1f7, "a, port=3")));
    }

    @Test
    void whatWasNotPossibleIsNotCalledForbidden() {
        assertEquals(
                "mfs cannot RECEIVE from vfs: the process it waited for has died (EDEADSRCDST)",
                sentences.of(
                        new IpcRefused(
                                1, 0, MFS, Trap.RECEIVE, VFS, Errno.EDEADSRCDST, Rule.PEER_DIED)));
    }

    @Test
    void aStringOfAccessesIsOneSentence() {
        assertEquals(
                "mfs reads FF from port 1F0, 256 times",
                sentences.of(new PortAccessed(1, 0, MFS, 0x1f0, 2, false, 0xff, 256)));
    }

    @Test
    void anExceptionTellsItsPlaceWhenItIsKnown() {
        assertEquals(
                "mfs fails: NullPointerException at Mfs.java:12 (SIGSEGV)",
                sentences.of(
                        new ExceptionRaised(
                                1,
                                0,
                                MFS,
                                Signals.SIGSEGV,
                                "NullPointerException",
                                "Mfs.java:12")));
        assertEquals(
                "mfs fails: page fault (SIGSEGV)",
                sentences.of(new ExceptionRaised(1, 0, MFS, Signals.SIGSEGV, "page fault", "")));
    }

    @Test
    void aProcessOfTheBootImageHasNoParent() {
        assertEquals(
                "vfs is part of the boot image, process 1",
                sentences.of(new ProcessBorn(1, 0, VFS, Endpoint.NONE, "vfs")));
        assertEquals("vfs forks process 10", sentences.of(new ProcessBorn(1, 0, MFS, VFS, "vfs")));
    }

    @Test
    void onlyAnswersAreTakenForAnswers() {
        assertTrue(Result.OK.isAnswer());
        assertFalse(new ReqRead(1, 0).isAnswer());
        assertFalse(MessageText.isNotification(new ReqRead(1, 0)));
    }
}
