package ring3.app.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import ring3.app.Span;

/// One thing that a scenario does; it does the next when this is done. In JSON it is an object with
/// one member, whose name says which.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Step.Await.class, name = "await"),
    @JsonSubTypes.Type(value = Step.Pause.class, name = "wait"),
    @JsonSubTypes.Type(value = Step.PauseBetween.class, name = "waitBetween"),
    @JsonSubTypes.Type(value = Step.Type.class, name = "type"),
    @JsonSubTypes.Type(value = Step.Crash.class, name = "crash"),
    @JsonSubTypes.Type(value = Step.Kill.class, name = "kill"),
    @JsonSubTypes.Type(value = Step.NoteDisk.class, name = "noteDisk"),
})
sealed interface Step {
    /// Waits until something holds.
    record Await(Condition condition) implements Step {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Await {}
    }

    /// Lets time pass.
    record Pause(Span span) implements Step {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Pause {}
    }

    /// Lets a time pass that the seed decides, from `from` to `to`.
    record PauseBetween(Span from, Span to) implements Step {}

    /// Types on the keyboard.
    record Type(String text) implements Step {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Type {}
    }

    /// Raises an exception in the process of that name.
    record Crash(String process) implements Step {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Crash {}
    }

    /// Kills the process of that name.
    record Kill(String process) implements Step {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Kill {}
    }

    /// Takes note of what is on drive 0, with which later conditions compare; before, they compare
    /// with power-on. To mount a disk changes it already.
    record NoteDisk(boolean noted) implements Step {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public NoteDisk {}
    }
}
