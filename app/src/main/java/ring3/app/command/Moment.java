package ring3.app.command;

import ring3.app.Span;

/// A moment of a run: behind an event, or at a virtual time. The other one is never reached.
///
/// @param event the number of the event
/// @param nanos nanoseconds since power-on
record Moment(long event, long nanos) {
    private static final int DIGITS_MAX = 18;

    /// Reads a number as an event and `1.5s` as a time.
    ///
    /// @throws IllegalArgumentException for any other text, with a sentence
    static Moment parse(String text) {
        if (text.chars().allMatch(Character::isDigit) && !text.isEmpty()) {
            if (text.length() > DIGITS_MAX) {
                throw new IllegalArgumentException("there is no event " + text);
            }
            return new Moment(Long.parseLong(text), Long.MAX_VALUE);
        }
        return new Moment(Long.MAX_VALUE, Span.parse(text).nanos());
    }
}
