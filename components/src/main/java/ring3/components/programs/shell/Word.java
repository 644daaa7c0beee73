package ring3.components.programs.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A word as it was written, before expansion. Each part knows whether it stood in quotes: what did
/// is neither split into fields nor taken as a pattern.
public record Word(List<Part> parts) {
    /// A word without parts, which expands to nothing.
    public static final Word EMPTY = new Word(List.of());

    public Word {
        parts = List.copyOf(parts);
    }

    /// A piece of a word.
    public sealed interface Part {
        /// Whether it stood in quotes.
        boolean quoted();
    }

    /// Characters that stand for themselves.
    public record Literal(String text, boolean quoted) implements Part {}

    /// `$name` or `${name}`; with an operator `${name:-argument}` and its kin. The operator
    /// `length` is `${#name}`, an empty one means none.
    public record Parameter(String name, String operator, Word argument, boolean quoted)
            implements Part {}

    /// `$(commands)`: their output. The body is null when there are no commands.
    public record Substitution(@Nullable Command body, boolean quoted) implements Part {}

    /// `$((expression))`: its value.
    public record Arithmetic(Word expression, boolean quoted) implements Part {}

    /// The text of a word without quotes and expansions, null for every other: only such a word can
    /// be a keyword.
    public @Nullable String plain() {
        return parts.size() == 1
                        && parts.getFirst() instanceof Literal(String text, boolean quoted)
                        && !quoted
                ? text
                : null;
    }

    /// Whether any part stood in quotes.
    public boolean hasQuotes() {
        return parts.stream().anyMatch(Part::quoted);
    }
}
