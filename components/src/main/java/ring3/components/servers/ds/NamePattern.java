package ring3.components.servers.ds;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A regular expression over the names of keys, which has to match the whole name: characters, `.`,
/// `[a-z]`, `[^a-z]`, `\` before a character that shall stand for itself, and `*`, `+` or `?`
/// behind any of these. It goes through a name once, however it is written.
final class NamePattern {
    private static final String SPECIAL = "(){}|^$";
    private static final int CHARACTERS = 256;

    private record Item(BitSet characters, boolean optional, boolean repeated) {}

    private final List<Item> items = new ArrayList<>();
    private final String source;
    private int at;

    private NamePattern(String source) {
        this.source = source;
    }

    /// The pattern that is written so, or null when that means nothing.
    static @Nullable NamePattern compile(String source) {
        NamePattern pattern = new NamePattern(source);
        while (pattern.at < source.length()) {
            BitSet characters = pattern.characters();
            if (characters == null) {
                return null;
            }
            pattern.addItem(characters);
        }
        return pattern;
    }

    private void addItem(BitSet characters) {
        char quantifier = at < source.length() ? source.charAt(at) : 0;
        boolean optional = quantifier == '*' || quantifier == '?';
        boolean repeated = quantifier == '*' || quantifier == '+';
        at += optional || repeated ? 1 : 0;
        items.add(new Item(characters, optional, repeated));
    }

    private @Nullable BitSet characters() {
        char c = source.charAt(at++);
        BitSet set = new BitSet(CHARACTERS);
        switch (c) {
            case '.' -> set.set(0, CHARACTERS);
            case '[' -> {
                return bracket(set);
            }
            case '\\' -> {
                if (at == source.length()) {
                    return null;
                }
                set.set(source.charAt(at++));
            }
            case '*', '+', '?' -> {
                return null;
            }
            default -> {
                if (SPECIAL.indexOf(c) >= 0) {
                    return null;
                }
                set.set(c);
            }
        }
        return set;
    }

    /// What stands between brackets; null when they are not closed or hold nothing.
    private @Nullable BitSet bracket(BitSet set) {
        boolean negated = at < source.length() && source.charAt(at) == '^';
        at += negated ? 1 : 0;
        int end = source.indexOf(']', at + 1);
        if (end < 0) {
            return null;
        }
        while (at < end) {
            char first = source.charAt(at++);
            boolean range = at + 1 < end && source.charAt(at) == '-';
            char last = range ? source.charAt(at + 1) : first;
            at += range ? 2 : 0;
            for (char c = first; c <= last; c++) {
                set.set(c);
            }
        }
        at = end + 1;
        if (negated) {
            set.flip(0, CHARACTERS);
        }
        return set;
    }

    /// Whether the whole of `name` matches.
    boolean matches(String name) {
        BitSet before = new BitSet();
        begin(before, 0);
        for (int i = 0; i < name.length(); i++) {
            BitSet after = new BitSet();
            for (int item = before.nextSetBit(0);
                    item >= 0 && item < items.size();
                    item = before.nextSetBit(item + 1)) {
                if (items.get(item).characters().get(name.charAt(i))) {
                    begin(after, item + 1);
                    if (items.get(item).repeated()) {
                        after.set(item);
                    }
                }
            }
            before = after;
        }
        return before.get(items.size());
    }

    /// Marks `item` as one that may match next, and those behind it that it lets through.
    private void begin(BitSet marked, int item) {
        int next = item;
        marked.set(next);
        while (next < items.size() && items.get(next).optional()) {
            marked.set(++next);
        }
    }
}
