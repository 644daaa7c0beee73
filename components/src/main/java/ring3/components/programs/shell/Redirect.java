package ring3.components.programs.shell;

/// One redirection.
///
/// @param fd the descriptor that is redirected
/// @param target the file or descriptor; for a here-document its delimiter
/// @param here the here-document, empty for every other kind
public record Redirect(int fd, Kind kind, Word target, HereDocument here) {
    /// What is done, and how it is written.
    public enum Kind {
        INPUT("<"),
        OUTPUT(">"),
        APPEND(">>"),
        CLOBBER(">|"),
        BOTH("<>"),
        DUPLICATE_INPUT("<&"),
        DUPLICATE_OUTPUT(">&"),
        HERE("<<"),
        HERE_TABS("<<-");

        private final String operator;

        Kind(String operator) {
            this.operator = operator;
        }

        /// The kind that is written so.
        static Kind of(String operator) {
            for (Kind kind : values()) {
                if (kind.operator.equals(operator)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(operator);
        }

        /// The descriptor that is redirected when none is written.
        int defaultFd() {
            return operator.charAt(0) == '<' ? 0 : 1;
        }

        boolean isHere() {
            return this == HERE || this == HERE_TABS;
        }
    }
}
