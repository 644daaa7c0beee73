package ring3.components.servers.mfs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ring3.components.protocol.Bdev.BdevOpen;
import ring3.components.protocol.Fs;
import ring3.components.protocol.Fs.ReqNewDriver;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.GrantTable;
import ring3.syslib.KernelRequest.Setalarm;
import ring3.syslib.KernelRequest.Setgrant;

class MfsDriverTest {
    private final byte[] contents = new byte[60_000];
    private final MountedDisk disk = MountedDisk.of(Image.empty(1024, 1024, 64));

    MfsDriverTest() {
        for (int i = 0; i < contents.length; i++) {
            contents[i] = (byte) (i * 13 + (i >> 9));
        }
        disk.create("/file");
        disk.write("/file", 0, contents);
        disk.unmount();
        disk.mount(Fs.IS_ROOT);
        disk.traps.forget();
        disk.disk.requests().clear();
    }

    @Test
    void aReadGoesOnWithTheNextIncarnationOfTheDriver() {
        disk.disk.dieAfter(2, 5);

        assertArrayEquals(contents, disk.contents("/file", 4096));
        assertEquals(5, disk.traps.requests(Setalarm.class).size());
        assertTrue(disk.disk.requests().contains(new BdevOpen(0, 3)));
    }

    @Test
    void threeDeathsInARowGoUnnoticed() {
        for (int i = 0; i < 3; i++) {
            disk.disk.dieAfter(1, i);
            assertEquals(20_000, disk.read("/file", i * 20_000L, 20_000));
        }
    }

    @Test
    void aWriteIsRepeated() {
        contents[0]++;
        disk.write("/file", 0, contents);
        disk.disk.dieAfter(1, 3);

        assertEquals(0, disk.sync());
        disk.unmount();
        ImageCheck.assertClean(disk.disk.bytes);
        disk.mount(Fs.IS_ROOT);
        assertArrayEquals(contents, disk.contents("/file", 60_000));
    }

    @Test
    void aDriverThatDoesNotComeBackInFiveSecondsIsGivenUp() {
        disk.disk.dieAfter(0, 1000);

        assertEquals(Errno.EIO.status(), disk.read("/file", 0, 10));
        assertEquals(100, disk.traps.requests(Setalarm.class).size());
        assertTrue(disk.traps.requests(Setalarm.class).stream().allMatch(r -> r.ticks() == 3));
    }

    @Test
    void aDriverThatCameBackLateIsFoundByTheNextRequest() {
        disk.disk.dieAfter(0, 100);

        assertEquals(Errno.EIO.status(), disk.read("/file", 0, 10));
        assertEquals(10, disk.read("/file", 0, 10));
    }

    @Test
    void aMinorThatTheNewDriverDoesNotKnowIsOpenedAgain() {
        disk.disk.restart();
        int length = disk.traps.memoryOf(Endpoint.VFS).putText(0, FakeDisk.LABEL);

        assertEquals(0, disk.answer(new ReqNewDriver(1, MountedDisk.DEVICE, 0, length)).type());
        assertEquals(new BdevOpen(0, 3), disk.disk.requests().getFirst());
        assertEquals(10, disk.read("/file", 0, 10));
        assertEquals(0, disk.traps.requests(Setalarm.class).size());
    }

    @Test
    void anErrorOfTheDiskIsAnErrorOfTheFile() {
        disk.disk.fail(Errno.EIO);
        assertEquals(Errno.EIO.status(), disk.read("/file", 0, 10));

        disk.disk.fail(Errno.OK);
        assertEquals(10, disk.read("/file", 0, 10));
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenLater() {
        contents[7]++;
        disk.write("/file", 0, contents);
        disk.disk.fail(Errno.EIO);
        assertEquals(Errno.EIO.status(), disk.sync());

        disk.disk.fail(Errno.OK);
        assertEquals(0, disk.unmount());
        disk.mount(Fs.IS_ROOT);
        assertArrayEquals(contents, disk.contents("/file", 60_000));
    }

    @Test
    void noGrantOutlivesItsTransfer() {
        MountedDisk fresh = new MountedDisk(disk.disk.bytes);
        fresh.mount(Fs.IS_ROOT);
        fresh.disk.dieAfter(3, 2);
        fresh.contents("/file", 4096);

        Setgrant table = fresh.traps.requests(Setgrant.class).getFirst();
        for (int i = 0; i < table.entries(); i++) {
            int entry = table.address() + i * GrantTable.ENTRY_BYTES;
            assertEquals(0, fresh.traps.memory().getInt(entry + GrantTable.ENTRY_FLAGS));
        }
    }
}
