package ring3.bench.programs;

import java.util.LinkedHashMap;
import java.util.Map;

/// Counts pairs of numbers and words in hash tables, whose code is the host's and calls that of the
/// keys.
public final class Hash extends Job {
    private static final int PAIRS = 20_000;
    private static final int WORDS = 5_000;
    private static final int FIRSTS = 1_000;
    private static final int SECONDS = 7;
    private static final int VOCABULARY = 500;

    private record Pair(int first, int second) {}

    @Override
    public int work() {
        return pairs() + words();
    }

    private static int pairs() {
        Map<Pair, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < PAIRS; i++) {
            counts.merge(new Pair(i % FIRSTS, i % SECONDS), 1, Integer::sum);
        }
        return distinct(counts, PAIRS);
    }

    private static int words() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < WORDS; i++) {
            String word = "word" + i % VOCABULARY;
            counts.put(word, counts.getOrDefault(word, 0) + 1);
        }
        return distinct(counts, WORDS);
    }

    private static int distinct(Map<?, Integer> counts, int all) {
        int sum = 0;
        for (int count : counts.values()) {
            sum += count;
        }
        return sum == all ? counts.size() : 0;
    }
}
