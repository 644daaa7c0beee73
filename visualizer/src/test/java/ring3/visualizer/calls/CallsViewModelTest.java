package ring3.visualizer.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.syslib.KernelRequest.Setalarm;
import ring3.syslib.SysCall;
import ring3.visualizer.Story;

class CallsViewModelTest {
    private final Story story = Story.booted();
    private final CallsViewModel model = new CallsViewModel();

    private long made(SysCall call) {
        model.show(story.frame(true));
        return model.rows().stream()
                .filter(row -> row.entry().call() == call)
                .mapToLong(row -> row.madeProperty().get())
                .sum();
    }

    private List<SysCall> found(String words) {
        model.searchProperty().set(words);
        return model.rows().stream().map(row -> row.entry().call()).toList();
    }

    @Test
    void everyCallIsThereAndNoneWasMade() {
        assertEquals(SysCall.values().length, model.rows().size());
        assertEquals(0, made(SysCall.SYS_SETALARM));
    }

    @Test
    void aCallCountsWhetherItIsCarriedOutOrRefused() {
        story.calls(Story.AT_WINI, new Setalarm(60, false));
        story.refusedCall(Story.CAT, SysCall.SYS_SETALARM);

        assertEquals(2, made(SysCall.SYS_SETALARM));
        assertEquals(0, made(SysCall.SYS_TIMES));
        assertEquals(1, story.frame(true).census().counts().denied());
    }

    @Test
    void anotherRunCountsFromTheBeginning() {
        story.calls(Story.AT_WINI, new Setalarm(60, false));
        story.reset().calls(Story.AT_WINI, new Setalarm(60, false));

        assertEquals(1, made(SysCall.SYS_SETALARM));
    }

    @Test
    void theFilterLooksAtAllTheWordsOfARow() {
        assertEquals(List.of(SysCall.SYS_READBIOS), found(" readbios "));
        assertEquals(List.of(SysCall.SYS_EXEC), found("ENOEXEC"));
        assertTrue(found("addressorgrant").contains(SysCall.SYS_UMAP));
        assertEquals(List.of(), found("no such words"));
        assertEquals(SysCall.values().length, found("").size());
    }
}
