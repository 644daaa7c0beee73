package ring3.visualizer.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ring3.events.ProcessKind;
import ring3.events.snapshots.ProcessState;
import ring3.hardware.LedPicture;
import ring3.syslib.Endpoint;
import ring3.visualizer.Selection;
import ring3.visualizer.Story;
import ring3.visualizer.Story.BdevReply;
import ring3.visualizer.Story.VfsRead;
import ring3.visualizer.house.BoxState.Look;

class HouseViewModelTest {
    private final Story story = Story.booted();
    private final HouseViewModel house = new HouseViewModel(story.trace(), new Selection());

    @BeforeEach
    void open() {
        house.show(story.frame(true));
    }

    private BoxState box(String label) {
        return house.boxesProperty().get().stream()
                .filter(b -> b.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aHouseThatOpensOnARunningMachineStartsWithAnEmptySky() {
        assertEquals(List.of(), house.flights());
    }

    @Test
    void oneMessageIsOneEnvelope() {
        story.asks(Story.CAT, Endpoint.VFS, new VfsRead(3, 4096));
        house.show(story.frame(true));

        Flight flight = house.flights().getFirst();
        assertEquals(1, house.flights().size());
        assertEquals("cat", flight.from());
        assertEquals("vfs", flight.to());
        assertEquals("VFS_READ", flight.text());
        assertEquals(Flight.Style.MESSAGE, flight.style());
    }

    @Test
    void anAnswerLooksLikeAnAnswer() {
        story.asks(Story.AT_WINI, Endpoint.MFS, new BdevReply(4096));
        house.show(story.frame(true));

        assertEquals(Flight.Style.ANSWER, house.flights().getFirst().style());
    }

    @Test
    void anEnvelopeArrivesAndIsGoneWhileTheMachineRuns() {
        story.asks(Story.CAT, Endpoint.VFS, new VfsRead(3, 4096));
        house.show(story.frame(true));
        house.tick(Flight.MILLIS / 2);
        assertEquals(0.5, house.flights().getFirst().progress(house.now()), 1e-9);

        house.tick(Flight.MILLIS / 2);

        assertEquals(List.of(), house.flights());
    }

    @Test
    void whatAStepLaunchedArrivesAndStaysUntilTheNextStep() {
        story.asks(Story.CAT, Endpoint.VFS, new VfsRead(3, 4096));
        house.show(story.frame(false));
        house.tick(10 * Flight.MILLIS);
        assertTrue(house.flights().getFirst().arrived(house.now()));

        story.notifies(Endpoint.RS, Endpoint.TTY);
        house.show(story.frame(false));

        assertEquals(1, house.flights().size());
        assertEquals("tty", house.flights().getFirst().to());
    }

    @Test
    void moreMessagesThanTheEyeCanFollowBecomeThickness() {
        for (int i = 0; i < 100; i++) {
            story.asks(Story.CAT, Endpoint.VFS, new VfsRead(3, 4096));
        }
        house.show(story.frame(true));
        assertTrue(house.isAggregated());
        assertEquals("cat", house.flows().getFirst().from());

        house.tick(10_000);

        assertFalse(house.isAggregated());
    }

    @Test
    void aDeniedAccessIsShownForAWhileAndSaysWhy() {
        story.refused(Story.AT_WINI, 0x60);
        house.show(story.frame(true));

        Denial denial = house.denials().getFirst();
        assertEquals("at_wini", denial.from());
        assertTrue(denial.sentence().contains("that port is not in its privileges"));
        house.tick(Denial.MILLIS);
        assertEquals(List.of(), house.denials());
    }

    @Test
    void aServiceDiesIsGoneAndComesBackAtItsPlace() {
        int place = box("at_wini").place();
        house.show(story.failed(Story.AT_WINI).frame(true));
        assertEquals(Look.DYING, box("at_wini").look());

        house.show(story.died(Story.AT_WINI, "at_wini").frame(true));
        assertEquals(Look.GONE, box("at_wini").look());

        Endpoint next = Endpoint.of(12, 2);
        story.born(next, Endpoint.RS, "rs").started(next, "at_wini", ProcessKind.DRIVER);
        house.show(story.frame(true));
        assertEquals(Look.REBORN, box("at_wini").look());
        assertEquals("gen 2", box("at_wini").badge());
        assertTrue(box("at_wini").spoken().contains("generation 2"));
        assertEquals(place, box("at_wini").place());

        house.show(story.after(2_000_000).frame(true));
        assertEquals(Look.NORMAL, box("at_wini").look());
    }

    @Test
    void aBlockedProcessSaysForWhomItWaits() {
        story.is(Endpoint.MFS, ProcessState.SENDING, Story.AT_WINI);
        house.show(story.frame(true));

        assertEquals(Look.BLOCKED, box("mfs").look());
        assertEquals("sending \u2192 at_wini", box("mfs").state());
        assertEquals("receiving", box("sh").state());
    }

    @Test
    void kernelAndDevicesHaveBoxesToo() {
        assertEquals(Layer.KERNEL, box("kernel:IPC").layer());
        assertEquals("1F0-1F7 3F6 C000-C007", box("device:ATA disk").state());
    }

    @Test
    void theLedPanelShowsItsLightsAndTellsThem() {
        assertEquals(LedPicture.OFF, box("device:LED panel").lights());
        assertEquals(
                "LED panel, off, 300-303, interrupt line 10", box("device:LED panel").spoken());
        assertNull(box("device:Keyboard").lights());

        house.show(story.lights(0x7e, 0x11, 0x11, 0x11, 0x7e).frame(true));

        BoxState lit = box("device:LED panel");
        assertEquals("LED panel, on, 18 of 256 lit, 300-303, interrupt line 10", lit.spoken());
        house.show(story.frame(true));
        assertEquals(lit, box("device:LED panel"), "what has not changed is not drawn again");
    }

    @Test
    void aProcessInKernelModeStandsBesideThePartsOfTheKernel() {
        assertEquals(Layer.DRIVER, box("at_wini").floor());
        int place = box("memory").place();

        house.show(story.inKernelMode(Story.AT_WINI).frame(true));

        BoxState box = box("at_wini");
        assertEquals(Layer.KERNEL, box.floor());
        assertEquals(Layer.DRIVER, box.layer(), "it is a driver all the same");
        assertEquals(KernelPart.values().length, box.place());
        assertEquals(KernelPart.values().length + 1, box("kernel:IPC").places());
        assertEquals("ring 0", box.badge());
        assertTrue(box.spoken().contains("kernel mode"));
        assertEquals(place, box("memory").place(), "the others stay where they are");
    }

    @Test
    void aPanicIsSeenOnTheKernelAndOnTheCulprit() {
        assertFalse(house.panickedProperty().get());

        house.show(story.panicked(Story.AT_WINI, "at_wini died in kernel mode"));

        assertTrue(house.panickedProperty().get());
        assertEquals(Look.DYING, box("kernel:IPC").look());
        assertEquals("stands still", box("kernel:IPC").state());
        assertEquals(Look.DYING, box("at_wini").look());
        assertEquals("panicked the kernel", box("at_wini").state());
        assertEquals(Look.NORMAL, box("memory").look());
    }

    @Test
    void aDeviceThatIsRefusedMemoryIsShownAtTheDevice() {
        house.show(story.dmaRefused(0xb8000).frame(true));

        Denial denial = house.denials().getFirst();
        assertEquals("device:ATA disk", denial.from());
        assertTrue(denial.sentence().contains("the IOMMU refuses"));
        assertEquals(1, story.frame(true).census().counts().denied());
    }

    @Test
    void aPhotographShowsTheLastMessagesInTheAir() {
        story.asks(Story.CAT, Endpoint.VFS, new VfsRead(3, 4096));
        house.pose(story.frame(false));

        assertEquals(0.5, house.flights().getFirst().progress(house.now()), 1e-9);
    }
}
