package ring3.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class PicTest {
    private static final int MASTER = 0x20;
    private static final int MASTER_MASK = 0x21;
    private static final int SLAVE = 0xa0;
    private static final int SLAVE_MASK = 0xa1;
    private static final int EOI = 0x20;
    private static final int READ_REQUESTS = 0x0a;
    private static final int READ_IN_SERVICE = 0x0b;

    private final Workbench bench = new Workbench();
    private final Pic pic = bench.computer.pic();

    @Test
    void aRaisedLineIsAcknowledgedWithItsVectorAndOnlyOnce() {
        pic.line(4).raise();

        assertTrue(pic.requests());
        assertEquals(0x54, pic.acknowledge());
        bench.out(MASTER, EOI);
        pic.line(4).raise();
        assertFalse(pic.requests(), "the level alone is no new edge");
    }

    @Test
    void aNewEdgeIsANewRequest() {
        pic.line(4).raise();
        assertEquals(0x54, bench.takeInterrupt());

        pic.line(4).lower();
        pic.line(4).raise();

        assertEquals(0x54, bench.takeInterrupt());
    }

    @Test
    void aMaskedLineWaitsUntilItIsOpened() {
        bench.out(MASTER_MASK, 0x10);
        pic.line(4).raise();
        assertFalse(pic.requests());
        assertEquals(0x10, bench.in(MASTER_MASK));

        bench.out(MASTER_MASK, 0);

        assertTrue(pic.requests());
    }

    @Test
    void theLowerLineGoesFirstAndInterruptsTheHigherOne() {
        pic.line(5).raise();
        pic.line(3).raise();
        assertEquals(0x53, pic.acknowledge());
        assertFalse(pic.requests(), "line 5 waits for the end of line 3");

        pic.line(1).raise();
        assertEquals(0x51, pic.acknowledge());

        bench.out(MASTER, EOI, EOI);
        assertEquals(0x55, pic.acknowledge());
    }

    @Test
    void aNonSpecificEndTakesTheMostUrgentInServiceAndASpecificOneTheNamed() {
        pic.line(6).raise();
        pic.acknowledge();
        pic.line(3).raise();
        pic.acknowledge();
        bench.out(MASTER, READ_IN_SERVICE);
        assertEquals(0x48, bench.in(MASTER));

        bench.out(MASTER, 0x60 | 6);
        assertEquals(0x08, bench.in(MASTER));

        bench.out(MASTER, EOI);
        assertEquals(0x00, bench.in(MASTER));
    }

    @Test
    void requestsAndWhatIsInServiceCanBeRead() {
        pic.line(1).raise();
        pic.line(6).raise();
        assertEquals(0x42, bench.in(MASTER));
        pic.acknowledge();

        assertEquals(0x40, bench.in(MASTER));
        bench.out(MASTER, READ_IN_SERVICE);
        assertEquals(0x02, bench.in(MASTER));
        bench.out(MASTER, READ_REQUESTS);
        assertEquals(0x40, bench.in(MASTER));
    }

    @Test
    void aLineOfTheSlaveComesThroughLineTwoAndIsEndedAtBoth() {
        pic.line(14).raise();

        assertEquals(0x76, pic.acknowledge());
        bench.out(MASTER, READ_IN_SERVICE);
        bench.out(SLAVE, READ_IN_SERVICE);
        assertEquals(0x04, bench.in(MASTER));
        assertEquals(0x40, bench.in(SLAVE));

        bench.out(SLAVE, EOI);
        bench.out(MASTER, EOI);
        assertEquals(0x00, bench.in(MASTER));
        assertEquals(0x00, bench.in(SLAVE));
    }

    @Test
    void aSecondLineOfTheSlaveIsNotForgottenWhileTheFirstIsServed() {
        pic.line(14).raise();
        pic.line(12).raise();

        assertEquals(0x74, bench.takeInterrupt());
        assertEquals(0x76, bench.takeInterrupt());
        assertFalse(pic.requests());
    }

    @Test
    void maskingTheCascadeClosesTheSlave() {
        bench.out(MASTER_MASK, 0x04);
        pic.line(8).raise();
        assertFalse(pic.requests());

        bench.out(MASTER_MASK, 0x00);
        assertEquals(0x70, bench.takeInterrupt());
    }

    @Test
    void aRequestMaskedAtTheSlaveDoesNotReachTheMaster() {
        bench.out(SLAVE_MASK, 0x40);
        pic.line(14).raise();
        assertFalse(pic.requests());

        bench.out(SLAVE_MASK, 0x00);
        assertEquals(0x76, bench.takeInterrupt());
    }

    @Test
    void aRequestThatVanishesLeavesTheSpuriousInterruptSevenAndNothingInService() {
        pic.line(4).raise();
        pic.line(4).lower();

        assertFalse(pic.requests());
        assertEquals(0x57, pic.acknowledge());
        bench.out(MASTER, READ_IN_SERVICE);
        assertEquals(0, bench.in(MASTER));
    }

    @Test
    void aRequestThatVanishesAtTheSlaveLeavesFifteenWithTheCascadeInService() {
        pic.line(14).raise();
        pic.line(14).lower();

        assertTrue(pic.requests());
        assertEquals(0x77, pic.acknowledge());
        bench.out(MASTER, READ_IN_SERVICE);
        bench.out(SLAVE, READ_IN_SERVICE);
        assertEquals(0x04, bench.in(MASTER));
        assertEquals(0x00, bench.in(SLAVE));
    }

    @Test
    void automaticEndOfInterruptKeepsNothingInService() {
        bench.out(MASTER, 0x11);
        bench.out(MASTER_MASK, 0x20, 0x04, 0x03, 0x00);
        pic.line(0).raise();

        assertEquals(0x20, pic.acknowledge());
        bench.out(MASTER, READ_IN_SERVICE);
        assertEquals(0, bench.in(MASTER));
    }

    @Test
    void initializationWithoutTheOptionalWordsGoesStraightToTheMask() {
        bench.out(MASTER, 0x12);
        bench.out(MASTER_MASK, 0x40, 0xaa);

        assertEquals(0xaa, bench.in(MASTER_MASK));
    }

    @Test
    void initializationForgetsRequestsMasksAndService() {
        bench.out(MASTER_MASK, 0xff);
        pic.line(3).raise();
        bench.out(MASTER, 0x11);
        bench.out(MASTER_MASK, 0x20, 0x04, 0x01);

        assertEquals(0, bench.in(MASTER_MASK));
        assertFalse(pic.requests());
    }
}
