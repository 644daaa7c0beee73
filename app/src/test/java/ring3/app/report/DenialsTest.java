package ring3.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.DmaRefused;
import ring3.events.KernelEvent.IpcRefused;
import ring3.events.KernelEvent.PortRefused;
import ring3.events.KernelEvent.ProgramStarted;
import ring3.events.ProcessKind;
import ring3.events.Rule;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Trap;

/// Which refusals are told, and how.
class DenialsTest {
    private static final Endpoint AUDIO = Endpoint.of(14, 1);

    private final Denials denials = new Denials();

    private void audioStarts() {
        denials.add(new ProgramStarted(1, 10, AUDIO, "audio", ProcessKind.DRIVER));
    }

    @Test
    void aForeignPortIsToldWithProcessRuleAndSentence() {
        audioStarts();
        denials.add(new PortRefused(2, 20, AUDIO, 0x1f7, true, 0x30, Rule.PORT_RANGE));

        String sentence = "audio may not write 30 to port 1F7: that port is not in its privileges";
        assertEquals(
                List.of(new Denied("audio", sentence, "PORT_RANGE", "EPERM", 2)), denials.all());
    }

    @Test
    void aMessageThatItMayNotSendIsTold() {
        audioStarts();
        denials.add(refusal(Errno.ECALLDENIED, Rule.SEND_MASK));

        assertEquals("SEND_MASK", denials.all().getFirst().rule());
        assertEquals("ECALLDENIED", denials.all().getFirst().error());
    }

    @Test
    void aDeviceThatReachesForForeignMemoryIsTold() {
        denials.add(new DmaRefused(2, 20, Endpoint.HARDWARE, "ATA", 0xb8000, true));

        String sentence = "the device ATA may not write memory at B8000: the IOMMU refuses";
        assertEquals(
                List.of(new Denied("ATA", sentence, "IOMMU", "MASTER_ABORT", 2)), denials.all());
    }

    @Test
    void aPartnerThatDiedIsBadLuckAndNoDenial() {
        audioStarts();
        denials.add(refusal(Errno.EDEADSRCDST, Rule.DEAD_ENDPOINT));

        assertEquals(List.of(), denials.all());
    }

    private static IpcRefused refusal(Errno error, Rule rule) {
        return new IpcRefused(2, 20, AUDIO, Trap.SEND, Endpoint.PM, error, rule);
    }
}
