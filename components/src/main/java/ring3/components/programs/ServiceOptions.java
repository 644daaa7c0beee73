package ring3.components.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The words behind `service up` and `service update`: operands, and options that have whole words
/// as names and a value each, as in MINIX.
record ServiceOptions(List<String> operands, Map<String, String> values) {
    /// Takes `words` apart; null when an option is not among `known`, comes twice, or has no value.
    static @Nullable ServiceOptions parse(List<String> words, List<String> known) {
        List<String> operands = new ArrayList<>();
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("-")) {
                operands.add(word);
            } else if (!known.contains(word)
                    || ++i == words.size()
                    || values.put(word, words.get(i)) != null) {
                return null;
            }
        }
        return new ServiceOptions(operands, values);
    }

    /// The value of an option, or null when it was not given.
    @Nullable String value(String option) {
        return values.get(option);
    }
}
