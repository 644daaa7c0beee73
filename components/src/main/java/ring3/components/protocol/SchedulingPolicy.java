package ring3.components.protocol;

import org.jspecify.annotations.Nullable;

/// The policies that the scheduling server knows. In messages they go by their place in this list.
/// MINIX has the first one alone; to choose among several is Ring3's own.
public enum SchedulingPolicy {
    /// The original's: who computes sinks queue by queue, and all rise again every five seconds.
    MINIX("minix"),

    /// All user processes in one queue, each for a quantum at a time.
    ROUND_ROBIN("rr"),

    /// Whenever a quantum ends a draw decides who computes next; nice buys fewer tickets.
    LOTTERY("lottery");

    private final String word;

    SchedulingPolicy(String word) {
        this.word = word;
    }

    /// What people call it, on the command line and in boot parameters.
    public String word() {
        return word;
    }

    /// The policy that people call so, or null.
    public static @Nullable SchedulingPolicy find(String word) {
        for (SchedulingPolicy policy : values()) {
            if (policy.word.equals(word)) {
                return policy;
            }
        }
        return null;
    }

    /// The policy with that place in the list, or null.
    public static @Nullable SchedulingPolicy at(int place) {
        return place >= 0 && place < values().length ? values()[place] : null;
    }
}
