package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.ProcessKind;
import ring3.hardware.Computer;
import ring3.hardware.CostModel;
import ring3.hardware.DiskTiming;
import ring3.kernel.boot.BootModule;
import ring3.kernel.boot.Executable;
import ring3.syslib.Endpoint;
import ring3.syslib.KernelInfo;
import ring3.syslib.KernelRequest.Getinfo;
import ring3.syslib.Program;
import ring3.syslib.Startup;
import ring3.syslib.Syslib;

/// Power-on: the boot image lies in memory, its processes have theirs, and only rs runs.
class BootTest {
    private static final int PAGE = 0x1000;
    private static final int KERNEL_PAGES = 256;

    private final List<Startup> startups = new ArrayList<>();
    private final List<byte[]> seen = new ArrayList<>();
    private Program program = this::look;

    private static byte[] bytes(int length, int factor) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * factor + i / PAGE);
        }
        return bytes;
    }

    private static final byte[] IMAGE = bytes(2 * PAGE + 5, 7);
    private static final byte[] ARGUMENTS = bytes(100, 3);

    private static BootModule rs(int memoryBytes) {
        return new BootModule("rs", Endpoint.RS.slot(), IMAGE, ARGUMENTS, memoryBytes);
    }

    private static BootModule driver(int slot) {
        return new BootModule("driver", slot, IMAGE, new byte[0], PAGE);
    }

    private Kernel boot(Computer computer, BootModule... modules) {
        return new Kernel(
                computer,
                List.of(modules),
                List.of(),
                CostModel.DEFAULT,
                (image, _) ->
                        image.length == IMAGE.length
                                ? new Executable(program, ProcessKind.SERVER, false)
                                : null,
                _ -> false);
    }

    private static Computer computer(int pages) {
        return new Computer(pages * PAGE, null, null, DiskTiming.DEFAULT);
    }

    private void look(Syslib sys) {
        Startup startup = sys.startup();
        startups.add(startup);
        byte[] image = new byte[IMAGE.length];
        sys.memory().get(PAGE, image, 0, image.length);
        seen.add(image);
        byte[] arguments = new byte[startup.frameBytes()];
        sys.memory().get(startup.frameAddress(), arguments, 0, arguments.length);
        seen.add(arguments);
        int table = startup.heapStart();
        sys.kernelCall(new Getinfo(KernelInfo.KINFO, table, KernelInfo.MACHINE_BYTES));
        seen.add(new byte[sys.memory().getInt(table + 4)]);
        sys.receive();
    }

    private byte[] physical(Computer computer, int address, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) computer.memory().read(address + i, 1);
        }
        return bytes;
    }

    @Test
    void imageAndArgumentsLieInTheMemoryOfTheProcess() {
        Computer computer = computer(KERNEL_PAGES + 20);
        Kernel kernel = boot(computer, rs(PAGE));
        kernel.run(1_000_000);

        assertNull(kernel.panicReason());
        assertArrayEquals(IMAGE, seen.get(0));
        assertArrayEquals(ARGUMENTS, seen.get(1));
        int frame = PAGE + 2 * PAGE + 16;
        assertEquals(
                List.of(new Startup(Endpoint.RS, frame, 100, frame + 112, PAGE + 4 * PAGE)),
                startups);
        assertEquals(KERNEL_PAGES + 3 + 4, seen.get(2).length, "the first free frame");
    }

    @Test
    void executablesLieInPhysicalMemoryOneAfterAnother() {
        Computer computer = computer(KERNEL_PAGES + 40);
        boot(computer, rs(PAGE), driver(40), driver(KernelInfo.NO_SLOT));

        for (int i = 0; i < 3; i++) {
            int address = (KERNEL_PAGES + 3 * i) * PAGE;
            assertArrayEquals(IMAGE, physical(computer, address, IMAGE.length));
            assertEquals(0, computer.memory().read(address + IMAGE.length, 1));
        }
    }

    @Test
    void moduleWithoutASlotIsNotStarted() {
        Kernel kernel = boot(computer(KERNEL_PAGES + 40), rs(PAGE), driver(KernelInfo.NO_SLOT));

        assertNull(kernel.find("driver"));
        assertEquals(Endpoint.RS, kernel.find("rs"));
    }

    @Test
    void memoryThatIsJustEnoughIsEnough() {
        Kernel kernel = boot(computer(KERNEL_PAGES + 7), rs(PAGE));

        assertNull(kernel.panicReason());
        assertFalse(kernel.isStopped());
    }

    @Test
    void memoryThatIsNotEnoughStopsTheMachine() {
        Kernel kernel = boot(computer(KERNEL_PAGES + 6), rs(PAGE));
        kernel.run(1_000_000);

        assertEquals("the boot module rs cannot be loaded", kernel.panicReason());
        assertTrue(kernel.isStopped());
        assertTrue(startups.isEmpty());
    }

    @Test
    void memoryThatDoesNotEvenHoldTheImagesStopsTheMachine() {
        Kernel kernel = boot(computer(KERNEL_PAGES + 4), rs(PAGE), driver(40));

        assertEquals("the boot module rs cannot be loaded", kernel.panicReason());
    }

    @Test
    void whatIsNoProgramStopsTheMachine() {
        BootModule nonsense =
                new BootModule("nonsense", Endpoint.RS.slot(), new byte[9], new byte[0], PAGE);
        Kernel kernel = boot(computer(KERNEL_PAGES + 20), nonsense);

        assertEquals("the boot module nonsense cannot be loaded", kernel.panicReason());
    }

    @Test
    void kernelCountsItsEventsAndHashesThem() {
        Kernel kernel = boot(computer(KERNEL_PAGES + 20), rs(PAGE));
        final long born = kernel.event();
        final long hash = kernel.traceHash();
        kernel.run(1_000_000);

        assertEquals(8, born, "five tasks and rs are born, and rs has a program and a quantum");
        assertTrue(kernel.event() > born);
        assertTrue(kernel.traceHash() != hash);
    }

    @Test
    void signalsFromOutsideMustExistAndReachAProcess() {
        Kernel kernel = boot(computer(KERNEL_PAGES + 40), rs(PAGE), driver(3));
        Endpoint driver = Endpoint.of(3, 0);

        assertFalse(kernel.signal(driver, 0));
        assertFalse(kernel.signal(driver, 64));
        assertFalse(kernel.signal(Endpoint.CLOCK, 9));
        assertFalse(kernel.signal(Endpoint.of(99, 9), 9));
        assertFalse(kernel.signal(Endpoint.RS, 9), "nobody manages rs");
        assertTrue(kernel.signal(driver, 1));
        assertTrue(kernel.signal(driver, 63));
        assertFalse(kernel.crash(Endpoint.CLOCK));
        assertFalse(kernel.crash(Endpoint.of(99, 9)));
    }
}
