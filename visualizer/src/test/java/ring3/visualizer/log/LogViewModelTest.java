package ring3.visualizer.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent;
import ring3.events.KernelEvent.ContextSwitched;
import ring3.events.KernelEvent.InterruptServed;
import ring3.syslib.Endpoint;
import ring3.visualizer.Story;
import ring3.visualizer.Story.VfsRead;

class LogViewModelTest {
    private final Story story = Story.booted();
    private final LogViewModel log = new LogViewModel(story.trace());

    private KernelEvent newest() {
        return log.rows().getLast();
    }

    @Test
    void newEventsComeAtTheEnd() {
        log.show(story.frame(true));
        story.asks(Story.CAT, Endpoint.VFS, new VfsRead(3, 4096));
        log.show(story.frame(true));

        assertEquals("cat asks vfs: VFS_READ fd=3 bytes=4096", log.sentence(newest()));
        assertEquals(story.trace().last(), log.rows().size());
    }

    @Test
    void clockTicksAndContextSwitchesAreHiddenAtFirst() {
        assertFalse(
                log.isShown(EventGroup.of(new ContextSwitched(1, 0, Endpoint.RS, Endpoint.VFS))));
        assertFalse(log.isShown(EventGroup.of(new InterruptServed(1, 0, 0))));
        assertTrue(log.isShown(EventGroup.of(new InterruptServed(1, 0, 14))));
    }

    @Test
    void aGroupThatIsHiddenLeavesTheTableAndComesBack() {
        story.refused(Story.AT_WINI, 0x60);
        log.show(story.frame(true));
        int all = log.rows().size();

        log.show(EventGroup.TROUBLE, false);
        assertEquals(all - 1, log.rows().size());

        log.show(EventGroup.TROUBLE, true);
        assertEquals(all, log.rows().size());
    }

    @Test
    void theFilterFindsWordsInSentencesWhateverTheirCase() {
        story.asks(Story.CAT, Endpoint.VFS, new VfsRead(3, 4096)).refused(Story.AT_WINI, 0x60);
        log.show(story.frame(true));

        log.searchProperty().set("vfs_READ");
        assertEquals(1, log.rows().size());
        story.asks(Story.CAT, Endpoint.VFS, new VfsRead(3, 512));
        story.notifies(Endpoint.RS, Endpoint.TTY);
        log.show(story.frame(true));
        assertEquals(2, log.rows().size());

        log.searchProperty().set("");
        assertEquals(story.trace().last(), log.rows().size());
    }

    @Test
    void theTableNeverGrowsBeyondItsLimit() {
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < LogViewModel.ROWS_MAX - 100; j++) {
                story.notifies(Endpoint.RS, Endpoint.TTY);
            }
            log.show(story.frame(true));
        }

        assertEquals(LogViewModel.ROWS_MAX, log.rows().size());
        assertEquals(story.trace().last(), newest().number());
    }
}
