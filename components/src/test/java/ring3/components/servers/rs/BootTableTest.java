package ring3.components.servers.rs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.syslib.Privilege;
import ring3.syslib.Privilege.Range;
import ring3.syslib.SysCall;

class BootTableTest {
    private static ServiceConfig row(String label) {
        return BootTable.services().stream()
                .filter(row -> row.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void servicesStartInAnOrderInWhichNobodyNeedsALaterOne() {
        List<String> labels = BootTable.services().stream().map(ServiceConfig::label).toList();

        assertEquals(
                List.of(
                        "vm",
                        "ds",
                        "rs",
                        "pm",
                        "sched",
                        "vfs",
                        "memory",
                        "tty",
                        "at_wini",
                        "fs_root",
                        "init",
                        "mfs",
                        "trespass",
                        "mute",
                        "wild",
                        "stuck",
                        "spinner"),
                labels);
    }

    @Test
    void theDiskDriverOwnsItsPortsAndItsLineAndNothingElse() {
        Privilege disk = row("at_wini").privilege(true);

        assertEquals(
                List.of(
                        new Range(0x1f0, 0x1f7),
                        new Range(0x3f6, 0x3f6),
                        new Range(0xc000, 0xc007)),
                disk.ports());
        assertEquals(List.of(14), disk.irqs());
        assertEquals(List.of(), disk.memory());
        assertTrue(disk.has(Privilege.CHECK_IO_PORT));
        assertTrue(disk.has(Privilege.CHECK_IRQ));
        assertTrue(disk.has(Privilege.CHECK_MEM));
        assertTrue((disk.calls() & SysCall.SYS_VDEVIO.bit()) != 0);
        assertTrue((disk.calls() & SysCall.SYS_UMAP.bit()) != 0);
        assertFalse((disk.calls() & SysCall.SYS_VIRCOPY.bit()) != 0);
        assertFalse((disk.ipcTo() & 1L << Privilege.USER_ID) != 0);
    }

    @Test
    void onlyVmChangesMemory() {
        long memory = SysCall.SYS_VMCTL.bit() | SysCall.SYS_FORK.bit();

        for (ServiceConfig row : BootTable.services()) {
            boolean may = row.label().equals("vm") || row.label().equals("rs");
            assertEquals(may, (row.calls() & memory) != 0, row.label());
        }
    }

    @Test
    void onlyAServiceOutsideTheBootImageTakesAnyFreeId() {
        assertTrue(row("at_wini").privilege(true).has(Privilege.DYNAMIC_ID));
        assertFalse(row("tty").privilege(false).has(Privilege.DYNAMIC_ID));
    }

    @Test
    void whatTheKernelStartsCannotBeStartedAgainUnderAnotherLabel() {
        assertNull(BootTable.find("pm"));
        ServiceConfig mfs = BootTable.find("mfs");
        assertNotNull(mfs);
        assertTrue(mfs.onDemand());
        assertFalse(row("fs_root").onDemand());
    }
}
