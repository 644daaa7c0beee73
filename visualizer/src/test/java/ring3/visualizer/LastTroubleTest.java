package ring3.visualizer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import ring3.syslib.Endpoint;

class LastTroubleTest {
    private final Story story = Story.booted();

    private String label() {
        return new LastTrouble(story.frame(true), story.trace()).label();
    }

    @Test
    void aMachineWithoutTroubleIsAboutNobody() {
        assertEquals("", label());
    }

    @Test
    void theProcessThatDiedLastIsTheOne() {
        story.failed(Story.AT_WINI).died(Story.AT_WINI, "at_wini");

        assertEquals("at_wini", label());
    }

    @Test
    void aDenialAfterADeathIsMoreRecent() {
        story.failed(Story.AT_WINI).died(Story.AT_WINI, "at_wini").refused(Endpoint.TTY, 0x1f7);

        assertEquals("tty", label());
    }

    @Test
    void aDeviceThatWasDeniedSomethingIsNoProcess() {
        story.dmaRefused(0xb8000);

        assertEquals("", label());
    }

    @Test
    void aDeathAfterADenialIsMoreRecent() {
        story.refused(Endpoint.TTY, 0x1f7).failed(Story.AT_WINI).died(Story.AT_WINI, "at_wini");

        assertEquals("at_wini", label());
    }
}
