package ring3.components.programs.shell;

/// Patterns with `*`, `?` and `[a-z]` (POSIX 2.13). A backslash takes the meaning of the character
/// behind it; that is how quoted characters come here.
final class Pattern {
    private static final String SPECIAL = "*?[\\";

    private final String pattern;

    Pattern(String pattern) {
        this.pattern = pattern;
    }

    /// Whether the text needs no matching since nothing in it is special.
    static boolean isPlain(String pattern) {
        return pattern.chars().allMatch(c -> SPECIAL.indexOf(c) < 0);
    }

    /// A pattern that fits this text alone.
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (SPECIAL.indexOf(text.charAt(i)) >= 0) {
                quoted.append('\\');
            }
            quoted.append(text.charAt(i));
        }
        return quoted.toString();
    }

    boolean matches(String text) {
        return matches(0, text, 0);
    }

    private boolean matches(int at, String text, int from) {
        int i = from;
        for (int p = at; p < pattern.length(); i++) {
            char c = pattern.charAt(p);
            if (c == '*') {
                return matchesStar(p + 1, text, i);
            }
            if (i == text.length()) {
                return false;
            }
            int behind = c == '[' ? endOfSet(p) : -1;
            if (behind >= 0) {
                if (!setHas(p + 1, behind - 1, text.charAt(i))) {
                    return false;
                }
                p = behind;
            } else {
                if (c == '\\' && p + 1 < pattern.length()) {
                    p++;
                }
                if (c != '?' && pattern.charAt(p) != text.charAt(i)) {
                    return false;
                }
                p++;
            }
        }
        return i == text.length();
    }

    private boolean matchesStar(int at, String text, int from) {
        for (int i = from; i <= text.length(); i++) {
            if (matches(at, text, i)) {
                return true;
            }
        }
        return false;
    }

    /// The place behind the bracket that closes the set at `start`, -1 when it is no set.
    private int endOfSet(int start) {
        int p = start + 1;
        if (isNegation(p)) {
            p++;
        }
        for (p++; p < pattern.length(); p++) {
            if (pattern.charAt(p) == ']') {
                return p + 1;
            }
        }
        return -1;
    }

    private boolean isNegation(int p) {
        return p < pattern.length() && (pattern.charAt(p) == '!' || pattern.charAt(p) == '^');
    }

    private boolean setHas(int start, int end, char c) {
        boolean negated = isNegation(start);
        boolean found = false;
        for (int p = negated ? start + 1 : start; p < end; p++) {
            if (pattern.charAt(p) == '\\' && p + 1 < end) {
                p++;
            }
            char low = pattern.charAt(p);
            char high = low;
            if (p + 2 < end && pattern.charAt(p + 1) == '-') {
                high = pattern.charAt(p + 2);
                p += 2;
            }
            found |= c >= low && c <= high;
        }
        return found != negated;
    }
}
