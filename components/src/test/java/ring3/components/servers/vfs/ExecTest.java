package ring3.components.servers.vfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.components.servers.vfs.World.A;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ring3.components.protocol.ExecFrame;
import ring3.components.protocol.Fcntl;
import ring3.components.protocol.PmVfs.VfsPmExec;
import ring3.components.protocol.PmVfs.VfsPmExecDone;
import ring3.components.protocol.Stat;
import ring3.components.protocol.Vm.VmExecNewmem;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest;
import ring3.syslib.KernelRequest.Kill;
import ring3.syslib.Message;
import ring3.syslib.Result;

class ExecTest {
    private static final String IMAGE = "PK\u0003\u0004, and the rest";
    private static final ExecFrame FRAME =
            new ExecFrame(List.of("cat", "/etc/motd"), List.of("PATH=/bin"));

    private World world = new World();

    @BeforeEach
    void files() {
        world.root.directory("/bin");
        world.root.file("/bin/cat", Stat.REGULAR | 0755, IMAGE);
        world.root.file("/bin/private", Stat.REGULAR | 0644, IMAGE);
        world.root.file("/bin/noise", Stat.REGULAR | 0755, "no program");
        world.root.file("/bin/script", Stat.REGULAR | 0755, "#! /bin/cat -u \necho never\n");
        world.root.file("/bin/nested", Stat.REGULAR | 0755, "#!/bin/script\n");
        world.root.file("/bin/nothing", Stat.REGULAR | 0755, "#!\n");
    }

    @AfterEach
    void end() {
        world.close();
    }

    private List<Message> memoryRequests() {
        return world.traps.askedOf(Endpoint.VM);
    }

    private ExecFrame frame(VfsPmExecDone done) {
        return ExecFrame.load(world.memory(A), done.frame(), done.frameBytes());
    }

    @Test
    void programAndArgumentsLieInFreshMemory() {
        VfsPmExecDone done = world.exec(A, "/bin/cat", FRAME);

        assertEquals(0, done.status());
        assertEquals(IMAGE, world.memory(A).text(Exec.IMAGE_ADDRESS, done.imageBytes()));
        assertEquals(Exec.IMAGE_ADDRESS, done.image());
        assertEquals(0, done.frame() % 16);
        assertTrue(done.frame() >= Exec.IMAGE_ADDRESS + IMAGE.length());
        assertEquals(FRAME, frame(done));
        VmExecNewmem memory = (VmExecNewmem) memoryRequests().getFirst();
        assertEquals(A, memory.target());
        int needed = done.frame() + done.frameBytes() + Exec.HEAP_BYTES;
        assertTrue(Exec.IMAGE_ADDRESS + memory.bytes() >= needed);
    }

    @Test
    void onlyDescriptorsMarkedSoAreClosed() {
        world.opened(A, "/bin/cat", Fcntl.O_RDONLY | Fcntl.O_CLOEXEC);
        world.opened(A, "/bin/cat", Fcntl.O_RDONLY);

        world.exec(A, "/bin/cat", FRAME);

        assertEquals(Errno.EBADF.status(), world.status(A, world.read(0, 1)));
        assertEquals("PK", world.text(A, 1, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "/bin/missing, ENOENT",
        "/bin/private, EACCES",
        "/bin, EACCES",
        "/dev/console, EACCES",
        "/bin/noise, ENOEXEC",
        "/bin/nested, ENOEXEC",
        "/bin/nothing, ENOEXEC",
        "/bin/cat/x, ENOENT"
    })
    void whatIsNoProgramIsRefusedAndTheProcessKeepsItsMemory(String path, Errno expected) {
        world.opened(A, "/bin/cat", Fcntl.O_RDONLY | Fcntl.O_CLOEXEC);

        assertEquals(expected.status(), world.exec(A, path, FRAME).status());

        assertTrue(memoryRequests().isEmpty());
        assertEquals("PK", world.text(A, 0, 2));
        assertEquals(0, world.grants());
    }

    @Test
    void tooManyArgumentsAreRefused() {
        ExecFrame longest = new ExecFrame(List.of("x".repeat(ExecFrame.BYTES_MAX - 11)), List.of());
        ExecFrame tooLong = new ExecFrame(List.of("x".repeat(ExecFrame.BYTES_MAX - 8)), List.of());

        assertEquals(0, world.exec(A, "/bin/cat", longest).status());
        assertEquals(Errno.E2BIG.status(), world.exec(A, "/bin/cat", tooLong).status());
        ExecFrame shifted = new ExecFrame(List.of("s", longest.arguments().get(0)), List.of());
        assertEquals(Errno.E2BIG.status(), world.exec(A, "/bin/script", shifted).status());
        assertEquals(1, memoryRequests().size());
    }

    @Test
    void scriptRunsItsInterpreterWithThePathAsArgument() {
        VfsPmExecDone done =
                world.exec(A, "/bin/script", new ExecFrame(List.of("s", "one"), List.of("A=b")));

        assertEquals(
                new ExecFrame(List.of("/bin/cat", "-u", "/bin/script", "one"), List.of("A=b")),
                frame(done));
        assertEquals(IMAGE, world.memory(A).text(Exec.IMAGE_ADDRESS, done.imageBytes()));
    }

    @Test
    void missingMemoryIsRefusedBeforeAnythingIsLost() {
        world.traps.answer(Endpoint.VM, _ -> Result.of(Errno.ENOMEM));

        assertEquals(Errno.ENOMEM.status(), world.exec(A, "/bin/cat", FRAME).status());
        assertTrue(world.traps.requests(Kill.class).isEmpty());
    }

    @Test
    void whatTheKernelDoesNotTakeForAProgramLeavesTheProcessAsItWas() {
        world.traps.answer(KernelRequest.Exec.class, _ -> new Status(Errno.ENOEXEC.status()));

        assertEquals(Errno.ENOEXEC.status(), world.exec(A, "/bin/cat", FRAME).status());

        assertTrue(memoryRequests().isEmpty());
        assertTrue(world.traps.requests(Kill.class).isEmpty());
    }

    @Test
    void unknownProcessIsEsrch() {
        Endpoint nobody = Endpoint.of(40, 1);

        world.fromPm(new VfsPmExec(nobody, 0, 1, 0, 8));

        assertEquals(
                new VfsPmExecDone(nobody, Errno.ESRCH.status(), 0, 0, 0, 0),
                world.lastAsked(Endpoint.PM));
    }
}
