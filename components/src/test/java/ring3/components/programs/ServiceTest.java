package ring3.components.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ring3.components.programs.fake.FakeSystem;
import ring3.components.protocol.Devices;
import ring3.components.protocol.Rs.RsStart;
import ring3.components.protocol.Rs.RsUpdate;
import ring3.components.protocol.ServiceSetup;
import ring3.components.protocol.Stat;
import ring3.syslib.Errno;
import ring3.syslib.Memory;
import ring3.syslib.Message;
import ring3.syslib.Result;

class ServiceTest {
    private static final int MAJOR = 16;

    private final FakeSystem system =
            ProgramsUnderTest.system()
                    .directory("/home")
                    .directory("/etc/system.conf.d")
                    .file("/home/led", "the program")
                    .file("/etc/system.conf", "service led { irq 5; }; service x { irq 3; };")
                    .reincarnation(this::rs);
    private final List<String> images = new ArrayList<>();
    private final List<@Nullable ServiceSetup> setups = new ArrayList<>();
    private Message answer = new Result(MAJOR);

    private Message rs(Memory memory, Message message) {
        switch (message) {
            case RsStart(int image, int length, int setup, int bytes) ->
                    handedOver(memory, image, length, setup, bytes);
            case RsUpdate(_, _, int image, int length, int setup, int bytes) ->
                    handedOver(memory, image, length, setup, bytes);
            default -> {}
        }
        return answer;
    }

    private void handedOver(Memory memory, int image, int length, int setup, int bytes) {
        byte[] text = new byte[length];
        memory.get(image, text, 0, length);
        images.add(new String(text, StandardCharsets.ISO_8859_1));
        setups.add(ServiceSetup.load(memory, setup, bytes));
    }

    private FakeSystem.Outcome service(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addFirst("service");
        return system.run("", List.of(), all.toArray(String[]::new));
    }

    private ServiceSetup setup() {
        ServiceSetup setup = setups.getLast();
        assertNotNull(setup);
        return setup;
    }

    private static void assertWorked(FakeSystem.Outcome outcome) {
        assertEquals(new FakeSystem.Outcome(0, "", ""), outcome);
    }

    @Test
    void theProgramAndItsPrivilegesAreHandedOver() {
        assertWorked(service("up", "/home/led"));

        assertEquals(List.of("the program"), images);
        assertEquals("led", setup().label());
        assertEquals(List.of(5), setup().rights().irqs());
        assertTrue(setup().isSound());
    }

    @Test
    void aLongProgramIsHandedOverWhole() {
        String text = "0123456789".repeat(10_000);
        system.file("/home/led", text);

        assertWorked(service("up", "/home/led"));

        assertEquals(List.of(text), images);
    }

    @Test
    void aFileOfItsOwnCountsMoreThanTheCommonOne() {
        system.file("/etc/system.conf.d/led", "service led { irq 7; };");
        assertWorked(service("up", "/home/led"));
        assertEquals(List.of(7), setup().rights().irqs());

        system.file("/home/conf", "service other {}; service led { irq 9; };");
        assertWorked(service("up", "/home/led", "-config", "/home/conf"));
        assertEquals(List.of(9), setup().rights().irqs());
    }

    @Test
    void oneProgramCanBeManyServices() {
        assertWorked(service("up", "/home/led", "-label", "led2"));
        assertEquals("led2", setup().label());
        assertEquals(List.of(5), setup().rights().irqs());

        assertWorked(service("up", "/home/led", "-label", "x"));
        assertEquals(List.of(3), setup().rights().irqs());
    }

    @Test
    void optionsCountMoreThanTheFile() {
        assertWorked(
                service(
                        "up",
                        "/home/led",
                        "-args",
                        "fast  bright",
                        "-period",
                        "2HZ",
                        "-major",
                        "20"));

        assertEquals(List.of("fast", "bright"), setup().arguments());
        assertEquals(120, setup().heartbeatTicks());
        assertEquals(20, setup().major());
    }

    @Test
    void aDeviceNodeIsMadeForTheMajorNumberThatRsHasFound() {
        assertWorked(service("up", "/home/led", "-dev", "/dev/led"));

        assertEquals(ServiceSetup.ANY_MAJOR, setup().major());
        assertNode(Stat.CHARACTER | 0666, MAJOR);
    }

    private void assertNode(int mode, int major) {
        Stat node = system.stat("/dev/led");
        assertNotNull(node);
        assertEquals(mode, node.mode());
        assertEquals(Devices.device(major, 0), node.device());
    }

    @Test
    void aDeviceNodeThatIsThereKeepsItsMajorNumber() {
        system.device("/dev/led", Devices.device(MAJOR, 0));

        assertWorked(service("up", "/home/led", "-dev", "/dev/led"));

        assertEquals(MAJOR, setup().major());
        assertNode(Stat.CHARACTER | 0666, MAJOR);
    }

    @Test
    void aDeviceNodeOfAnotherMajorNumberIsReplaced() {
        system.device("/dev/led", Devices.device(30, 0));

        assertWorked(service("up", "/home/led", "-dev", "/dev/led", "-major", "16"));

        assertNode(Stat.CHARACTER | 0666, MAJOR);
    }

    @Test
    void whatIsNoDeviceIsLeftAlone() {
        FakeSystem.Outcome outcome = service("up", "/home/led", "-dev", "/home/led");

        assertEquals("service: /home/led: it is there already, and no device\n", outcome.err());
        assertEquals(List.of(), images);
        assertEquals("the program", system.text("/home/led"));
    }

    @Test
    void anUpdateKeepsThePrivilegesUnlessAFileIsNamed() {
        answer = Result.OK;

        assertWorked(service("update", "/home/led"));
        assertNull(setups.getLast());

        assertWorked(service("update", "/home/led", "-args", "bright"));
        assertEquals(List.of("bright"), setup().arguments());

        assertWorked(service("update", "/home/led", "-label", "x", "-config", "/etc/system.conf"));
        assertEquals(List.of(3), setup().rights().irqs());
    }

    @ParameterizedTest
    @CsvSource({
        "up /home/no,                  service: /home/no: No such file or directory",
        "up /home/led -config /no,     service: /no: No such file or directory",
        "up /home,                     service: /home: Is a directory",
        "up /home/led -period soon,    service: -period is a number from 0 to 216000",
        "up /home/led -major 0,        service: -major is a number from 1 to 63",
        "up /etc/system.conf -label y, 'service: y: its privileges are neither in"
                + " /etc/system.conf.d/y nor in /etc/system.conf'",
        "up /home/led -label a/b,      'service: a/b: a label has 1 to 15 letters, digits, ''_'',"
                + " ''-'' and ''.'''",
        "up /etc/system.conf -config /etc/system.conf, 'service: /etc/system.conf: there is no"
                + " block for the service system.conf'",
    })
    void whatIsWrongIsToldAndRsIsNotAsked(String command, String sentence) {
        FakeSystem.Outcome outcome = service(command.split(" "));

        assertEquals(sentence + "\n", outcome.err());
        assertEquals(1, outcome.status());
        assertEquals(List.of(), images);
    }

    @Test
    void aMistakeInTheFileIsToldWithItsLine() {
        system.file("/etc/system.conf.d/led", "service led {\n\n  system FOO;\n};\n");

        FakeSystem.Outcome outcome = service("up", "/home/led");

        assertEquals("/etc/system.conf.d/led:3: no kernel call is named FOO\n", outcome.err());
        assertEquals(1, outcome.status());
    }

    @ParameterizedTest
    @CsvSource({
        "down led,                  ESRCH,   no service has this label",
        "down vfs,                  EPERM,   the system cannot do without it",
        "refresh led,               EBUSY,   it is being updated",
        "restart led,               EBUSY,   it runs",
        "up mfs led,                EEXIST,  a service has this label already",
        "up /home/led,              ENOEXEC, Exec format error",
        "up /home/led -major 3,     EBUSY,   another driver has major number 3",
        "update /home/led,          EINTR,   it did not come to rest in time",
        "update /home/led,          EBUSY,   'it does not run, or is being updated'",
    })
    void whyRsRefusedIsTold(String command, Errno error, String sentence) {
        answer = Result.of(error);

        FakeSystem.Outcome outcome = service(command.split(" "));

        String label = command.contains("vfs") ? "vfs" : "led";
        assertEquals("service: " + label + ": " + sentence + "\n", outcome.err());
        assertEquals(1, outcome.status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "up",
                "down",
                "down a b",
                "list all",
                "up mfs -label x",
                "up /home/led x",
                "up /home/led -label",
                "up /home/led -label a -label b",
                "up /home/led -script x",
                "update",
                "update /home/led -major 3"
            })
    void whatNobodyUnderstandsShowsTheUsage(String command) {
        FakeSystem.Outcome outcome = command.isEmpty() ? service() : service(command.split(" "));

        assertTrue(outcome.err().startsWith("usage: service list\n"), outcome.err());
        assertEquals(2, outcome.status());
        assertEquals(List.of(), images);
    }
}
