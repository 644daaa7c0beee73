package ring3.components.programs.shell;

import org.jspecify.annotations.Nullable;

/// Where the text of commands comes from.
@FunctionalInterface
public interface Input {
    /// The next lines, null at the end. `continues` tells that a command has begun and is not yet
    /// complete.
    @Nullable String lines(boolean continues);

    /// The text, all at once.
    static Input of(String text) {
        return new Input() {
            private boolean given;

            @Override
            public @Nullable String lines(boolean continues) {
                boolean first = !given;
                given = true;
                return first ? text : null;
            }
        };
    }
}
