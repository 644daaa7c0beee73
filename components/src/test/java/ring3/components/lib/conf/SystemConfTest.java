package ring3.components.lib.conf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ring3.components.protocol.ServiceSetup;
import ring3.syslib.Endpoint;
import ring3.syslib.Privilege;
import ring3.syslib.Privilege.Range;
import ring3.syslib.SysCall;

class SystemConfTest {
    private static final String FILE = "/etc/system.conf.d/led";

    private static ServiceSetup led(String options) throws ConfMistake {
        ServiceSetup setup = SystemConf.parse(FILE, "service led {" + options + "};").find("led");
        assertNotNull(setup);
        return setup;
    }

    private static String mistake(String text) {
        return assertThrows(ConfMistake.class, () -> SystemConf.parse(FILE, text)).sentence();
    }

    @Test
    void aBlockSaysWhatItsServiceMayDo() throws ConfMistake {
        ServiceSetup led =
                led(
                        """

                            # The panel.
                            io 300:4 # its registers
                               3c0;
                            irq 10 0x5;
                            system DEVIO IRQCTL;
                            ipc SYSTEM pm rs vfs ds tty;
                            uid 0; priority 3; quantum 50; scheduler KERNEL;
                            memory 64; heartbeat 2HZ; restart NO; major 20;
                        """);

        long calls = SysCall.SYS_DEVIO.bit() | SysCall.SYS_IRQCTL.bit();
        long partners =
                Privilege.ipcBit(Endpoint.SYSTEM)
                        | Privilege.ipcBit(Endpoint.PM)
                        | Privilege.ipcBit(Endpoint.RS)
                        | Privilege.ipcBit(Endpoint.VFS)
                        | Privilege.ipcBit(Endpoint.DS)
                        | Privilege.ipcBit(Endpoint.TTY);
        Privilege rights =
                new Privilege(
                        0,
                        0,
                        SysCall.BASIC | calls,
                        partners,
                        Endpoint.RS,
                        List.of(new Range(0x300, 0x303), new Range(0x3c0, 0x3c0)),
                        List.of(),
                        List.of(10, 5));
        assertEquals(
                new ServiceSetup("led", List.of(), 20, 120, false, 64, 3, 50, true, rights), led);
        assertTrue(led.isSound());
    }

    @Test
    void whatIsNotSaidIsAsForAServiceOfMinix() throws ConfMistake {
        ServiceSetup led = led("");

        Privilege rights =
                new Privilege(
                        0,
                        0,
                        SysCall.BASIC,
                        Privilege.IPC_ALL_SYS,
                        Endpoint.RS,
                        List.of(),
                        List.of(),
                        List.of());
        assertEquals(
                new ServiceSetup("led", List.of(), 0, 0, true, 256, 7, 200, false, rights), led);
        assertEquals(led, led("io NONE; irq NONE; system BASIC; heartbeat NONE; ipc ALL_SYS;"));
        assertTrue(led.isSound());
    }

    @Test
    void noneTakesEvenTheBasicCallsAndAllGivesEveryCall() throws ConfMistake {
        assertEquals(0, led("system NONE;").rights().calls());
        assertEquals(SysCall.ALL, led("system ALL;").rights().calls());
        assertEquals(0, led("ipc NONE;").rights().ipcTo());
        assertEquals(Privilege.IPC_ALL, led("ipc ALL;").rights().ipcTo());
        assertEquals(1L << Privilege.USER_ID, led("ipc USER;").rights().ipcTo());
        assertEquals(ServiceSetup.ANY_MAJOR, led("major ANY;").major());
    }

    @Test
    void aFileHoldsManyBlocks() throws ConfMistake {
        SystemConf conf = SystemConf.parse(FILE, "service a { irq 5; };\nservice b{};");

        assertNotNull(conf.find("a"));
        assertNotNull(conf.find("b"));
        assertNull(conf.find("c"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "system DEVIO FOO;    | no kernel call is named FOO",
                "ipc vfs nobody;      | no partner of the boot image is named nobody",
                "io 300:4 3g0;        | '3g0' is no range of ports, as 300:4 is in hexadecimal",
                "io 300:0;            | '300:0' is no range of ports, as 300:4 is in hexadecimal",
                "io fff8:9;           | 'fff8:9' is no range of ports, as 300:4 is in hexadecimal",
                "io 10000;            | '10000' is no range of ports, as 300:4 is in hexadecimal",
                "irq 16;              | '16' is no interrupt line of a device",
                "irq 0;               | '0' is no interrupt line of a device",
                "priority 16;         | priority is a number from 0 to 15, not '16'",
                "quantum x;           | quantum is a number from 1 to 1000, not 'x'",
                "memory 99999999999;  | memory is a number from 1 to 16384, not '99999999999'",
                "major 64;            | major is a number from 1 to 63, not '64'",
                "scheduler me;        | scheduler is KERNEL or sched, not 'me'",
                "restart MAYBE;       | restart is YES or NO, not 'MAYBE'",
                "heartbeat HZ;        | heartbeat is NONE, clock ticks or seconds as 1HZ, not 'HZ'",
                "uid 999;             | uid is 0, the superuser, whom all processes belong to so far",
                "pci 8086;            | no option is named pci",
                "irq;                 | the option irq has no value",
                "uid 0 0;             | the option uid takes one value",
                "irq 5                | ';' is missing behind the option irq",
            },
            delimiter = '|')
    void aMistakeIsToldWithFileAndLine(String option, String sentence) {
        String text = "# A comment.\nservice led {\n    " + option + "\n};\n";

        int line = option.endsWith(";") ? 3 : 4;
        assertEquals(FILE + ":" + line + ": " + sentence, mistake(text));
    }

    @Test
    void whatIsNoBlockIsToldToo() {
        assertEquals(
                FILE + ":1: a block begins with 'service', not with 'driver'", mistake("driver"));
        assertEquals(
                FILE + ":1: '{' is missing behind the name led, not ';'", mistake("service led;"));
        assertEquals(
                FILE + ":1: ';' is missing behind the block of led", mistake("service led {}"));
        assertEquals(
                FILE + ":2: the block of led has no '}'", mistake("service led {\nirq 5; # };"));
        assertEquals(
                FILE + ":2: there is a block for led already",
                mistake("service led {};\nservice led {};"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "abcdefghijklmnop"})
    void aNameIsALabel(String name) {
        assertEquals(
                FILE + ":1: a service has a name of 1 to 15 letters, digits, '_', '-' and '.'",
                mistake("service " + name + "{};"));
    }

    @Test
    void moreThanThePrivilegeStructureHoldsIsRefused() {
        assertEquals(
                FILE + ":1: io takes at most 16 values",
                mistake("service led { io " + "300 ".repeat(17) + "; };"));
    }
}
