package ring3.kernel.model;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ring3.kernel.model.Partner.Kind;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Trap;

/// Goal: message passing follows the rules of MINIX, all of them together. Method: two to eight
/// processes live through random stories, in the kernel and in a model of a few plain lines; after
/// every operation the two have the same outcomes, the same processes waiting for the same
/// partners, and the same messages pending. A story that ends in a difference is shortened and
/// printed. `-Dring3.model.operations` sets how many operations are tried.
class IpcModelTest {
    private static final int SEEDS = 10;
    private static final int STORY = 250;
    private static final long OPERATIONS = Long.getLong("ring3.model.operations", 1_000_000);

    static LongStream seeds() {
        Long only = Long.getLong("ring3.seed");
        return only != null ? LongStream.of(only) : LongStream.range(0, SEEDS);
    }

    @ParameterizedTest(name = "-Dring3.seed={0}")
    @MethodSource("seeds")
    void kernelAndModelAgree(long seed) {
        Author author = new Author(new Random(seed));
        for (long done = 0; done < OPERATIONS / SEEDS; done += STORY) {
            List<Role> cast = author.cast();
            Stage stage = new Stage(cast);
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < STORY; i++) {
                Step step = author.next(stage);
                steps.add(step);
                String difference = stage.play(step);
                if (difference != null) {
                    Story story = new Story(cast, steps);
                    fail("\n" + new Story.Failure(story, difference).shrunk());
                }
            }
        }
    }

    // ---- Stories that the kernel once told otherwise

    @Test
    void messageThatItsSenderWasMadeToForgetDoesNotFailWithItsReceiver() {
        Step.Entry entry = new Step.Entry(new Partner(Kind.NOW, 1), AsyncMessage.NOTIFY_ERR);
        assertAgree(
                List.of(Role.plain(20), Role.plain(21)),
                new Step.Senda(0, false, List.of(entry)),
                new Step.ClearRefs(0),
                new Step.Die(1));
    }

    @Test
    void notificationOfUserProcessesIsForgottenWithItsSenderThoughNoneOfThemLives() {
        Role user = new Role(21, true, false, 0, 0);
        assertAgree(
                List.of(Role.plain(20), user),
                new Step.Act(0, Trap.NOTIFY, new Partner(Kind.NOW, 1)),
                new Step.Die(1),
                new Step.Die(0),
                new Step.Return(1));
    }

    private static void assertAgree(List<Role> cast, Step... steps) {
        assertNull(new Story(cast, List.of(steps)).play());
    }
}
