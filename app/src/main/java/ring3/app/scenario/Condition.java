package ring3.app.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import ring3.hardware.TextScreen;

/// Something that holds at a moment of a run, or does not: a scenario waits for it or checks it. In
/// JSON it is an object with one member, whose name says which.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Condition.Prompt.class, name = "prompt"),
    @JsonSubTypes.Type(value = Condition.ConsoleShows.class, name = "consoleShows"),
    @JsonSubTypes.Type(value = Condition.Runs.class, name = "runs"),
    @JsonSubTypes.Type(value = Condition.Panics.class, name = "panics"),
    @JsonSubTypes.Type(value = Condition.Not.class, name = "not"),
    @JsonSubTypes.Type(value = RecoveryCondition.Restarts.class, name = "restarts"),
    @JsonSubTypes.Type(value = RecoveryCondition.Denied.class, name = "denied"),
    @JsonSubTypes.Type(value = DiskCondition.DiskUnchanged.class, name = "diskUnchanged"),
    @JsonSubTypes.Type(value = DiskCondition.SameFile.class, name = "sameFile"),
})
sealed interface Condition permits Condition.Simple, RecoveryCondition, DiskCondition {
    /// Whether it holds now.
    Verdict judge(Scene scene);

    /// The conditions that look at the console and at who is there.
    sealed interface Simple extends Condition {}

    /// The shell waits for a command: the cursor stands behind its prompt.
    record Prompt(boolean shown) implements Simple {
        private static final String PROMPT = "#";

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Prompt {}

        @Override
        public Verdict judge(Scene scene) {
            TextScreen screen = scene.screen();
            String line = screen.cursorVisible() ? line(screen, screen.cursorRow()) : "";
            return new Verdict(
                    shown == line.equals(PROMPT), "the cursor is in the line '" + line + "'");
        }

        private static String line(TextScreen screen, int row) {
            return screen.text().split("\n", -1)[row];
        }
    }

    /// The text is somewhere on the console, within one line.
    record ConsoleShows(String text) implements Simple {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public ConsoleShows {}

        @Override
        public Verdict judge(Scene scene) {
            boolean shown = scene.screen().text().contains(text);
            return new Verdict(
                    shown, "the console shows " + (shown ? "" : "no ") + "'" + text + "'");
        }
    }

    /// There is a living process of that name.
    record Runs(String process) implements Simple {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Runs {}

        @Override
        public Verdict judge(Scene scene) {
            boolean lives = scene.session().kernel().find(process) != null;
            return new Verdict(lives, "there is " + (lives ? "a" : "no") + " process " + process);
        }
    }

    /// The kernel could not go on, or, with false, it could. Who checks for the first expects it.
    record Panics(boolean expected) implements Simple {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Panics {}

        @Override
        public Verdict judge(Scene scene) {
            String reason = scene.session().kernel().panicReason();
            return new Verdict(
                    expected == (reason != null), reason == null ? "no panic" : "panic: " + reason);
        }
    }

    /// The other condition does not hold.
    record Not(Condition condition) implements Simple {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Not {}

        @Override
        public Verdict judge(Scene scene) {
            Verdict verdict = condition.judge(scene);
            return new Verdict(!verdict.holds(), verdict.detail());
        }
    }
}
