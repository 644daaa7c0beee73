package ring3.components.programs.shell;

/// What can be the name of a variable: letters, digits and underscores, no digit first.
final class Names {
    private Names() {}

    static boolean isStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    static boolean isPart(char c) {
        return isStart(c) || c >= '0' && c <= '9';
    }

    static boolean isName(String text) {
        if (text.isEmpty() || !isStart(text.charAt(0))) {
            return false;
        }
        return text.chars().allMatch(c -> isPart((char) c));
    }
}
