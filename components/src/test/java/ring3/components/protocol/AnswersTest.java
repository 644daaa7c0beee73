package ring3.components.protocol;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.syslib.Endpoint;
import ring3.syslib.Message;

/// Those who watch draw answers differently from requests; a message itself says which it is.
class AnswersTest {
    @Test
    void answersSayThatTheyAre() {
        List<Message> answers =
                List.of(
                        new FsReply.FsTransfer(1, 2, 3),
                        new PmReply.PmPids(1, 2),
                        new VfsReply.VfsOffset(1),
                        new DsReply.DsValue(1),
                        new Bdev.BdevReply(0, 1),
                        new Cdev.CdevReply(0, 1),
                        new PmVfs.VfsPmDone(1, Endpoint.PM, 0),
                        new Rs.RsInitDone(0));

        for (Message answer : answers) {
            assertTrue(answer.isAnswer(), answer.typeName());
        }
    }

    @Test
    void requestsAreNone() {
        assertFalse(new Pm.PmFork().isAnswer());
        assertFalse(new Bdev.BdevOpen(0, 1).isAnswer());
        assertFalse(new Fs.ReqSync(1).isAnswer());
    }
}
