package ring3.components.servers.vfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.components.servers.vfs.World.A;
import static ring3.components.servers.vfs.World.B;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ring3.components.protocol.Fcntl;
import ring3.components.protocol.Fs.ReqReadsuper;
import ring3.components.protocol.FsReply.FsNode;
import ring3.components.protocol.FsReply.FsResult;
import ring3.components.protocol.Pm.PmGetpid;
import ring3.components.protocol.PmVfs.VfsPmDone;
import ring3.components.protocol.PmVfs.VfsPmExit;
import ring3.components.protocol.PmVfs.VfsPmFork;
import ring3.components.protocol.PmVfs.VfsPmInit;
import ring3.components.protocol.PmVfs.VfsPmUnpause;
import ring3.components.protocol.Stat;
import ring3.components.protocol.Vfs.VfsSelect;
import ring3.components.protocol.Vfs.VfsUmask;
import ring3.components.testing.FakeProcess;
import ring3.components.testing.FakeTraps;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;

class RequestTest {
    private World world = new World();

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void onlyTheProcessManagerMovesProcesses() {
        world.root.file("/f", Stat.REGULAR | 0644, "0123");
        world.opened(A, "/f", Fcntl.O_RDONLY);

        assertEquals(Errno.EPERM.status(), world.status(B, new VfsPmExit(A)));
        assertEquals("0123", world.text(A, 0, 9));
        world.exit(A);

        assertEquals(new VfsPmDone(0x904, A, 0), world.lastAsked(Endpoint.PM));
    }

    @Test
    void forkOfAnUnknownParentIsAnsweredWithAnError() {
        world.fromPm(new VfsPmFork(B, Endpoint.of(40, 1), 9));

        assertEquals(new VfsPmDone(0x907, B, Errno.ESRCH.status()), world.lastAsked(Endpoint.PM));
    }

    @Test
    void unknownRequestsAndStrangersAreTurnedAway() {
        assertEquals(Errno.ENOSYS.status(), world.status(A, new PmGetpid()));
        assertEquals(Errno.ESRCH.status(), world.status(Endpoint.of(40, 1), new VfsUmask(0)));
    }

    @Test
    void requestsWaitForTheRoot() {
        FakeTraps traps = new FakeTraps(Endpoint.VFS, 512);
        try (FakeProcess process = FakeProcess.service(traps, new Vfs())) {
            process.deliver(Endpoint.PM, new VfsPmInit(11, 1, A));
            process.deliver(A, new VfsUmask(077));
            assertTrue(traps.sentTo(A).isEmpty());

            ReqReadsuper read = (ReqReadsuper) traps.sentTo(Endpoint.MFS).getFirst();
            FsNode root = new FsNode(read.transaction(), 1, Stat.DIRECTORY | 0755, 64, 0, 0, 0);
            process.deliver(Endpoint.MFS, root);

            assertEquals(022, traps.sentTo(A).getFirst().type());
        }
    }

    @Test
    void withoutARootThereIsNothingToServe() {
        FakeTraps traps = new FakeTraps(Endpoint.VFS, 512);
        try (FakeProcess process = FakeProcess.service(traps, new Vfs())) {
            process.deliver(Endpoint.MFS, new FsResult(1, Errno.EINVAL.status()));

            assertTrue(process.ended());
            assertEquals(
                    "panic: cannot mount the root file system: EINVAL", traps.printed().getLast());
        }
    }

    @Test
    void sleepersWakeInTheOrderOfTheirTimes() {
        assertNull(world.ask(A, new VfsSelect(1000)));
        assertNull(world.ask(B, new VfsSelect(500)));

        world.passTicks(30);
        assertEquals(0, world.lastStatus(B));
        assertEquals(0, world.answers(A));
        world.passTicks(30);

        assertEquals(0, world.lastStatus(A));
    }

    @Test
    void signalWakesASleeperAndNobodyElse() {
        world.ask(A, new VfsSelect(1000));
        world.ask(B, new VfsSelect(1000));

        world.fromPm(new VfsPmUnpause(A));
        assertEquals(Errno.EINTR.status(), world.lastStatus(A));
        world.passTicks(60);

        assertEquals(0, world.lastStatus(B));
        assertEquals(1, world.answers(A));
    }

    @Test
    void sleepOfNoTimeEndsAtOnceAndOneOfLessIsRefused() {
        assertEquals(0, world.status(A, new VfsSelect(0)));
        assertEquals(Errno.EINVAL.status(), world.status(A, new VfsSelect(-1)));
    }
}
