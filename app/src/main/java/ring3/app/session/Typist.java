package ring3.app.session;

import java.util.ArrayDeque;
import java.util.Queue;
import ring3.hardware.Key;
import ring3.hardware.ScanCodes;

/// Types on the emulated keyboard no faster than the keyboard can take it: a key whose codes find
/// no room now waits for its turn.
public final class Typist {
    private final Queue<int[]> strokes = new ArrayDeque<>();

    /// A typist with nothing to type.
    public Typist() {}

    /// Will type a text; characters that are on no key are left out.
    public void type(String text) {
        for (int i = 0; i < text.length(); i++) {
            type(text.charAt(i));
        }
    }

    /// Will type a character.
    public void type(char character) {
        add(ScanCodes.typing(character));
    }

    /// Will press a key that has no character.
    public void type(Key key) {
        add(ScanCodes.pressing(key, false, false));
    }

    private void add(int[] codes) {
        if (codes.length > 0) {
            strokes.add(codes);
        }
    }

    /// Whether everything has been typed.
    public boolean isDone() {
        return strokes.isEmpty();
    }

    /// Types the next key, if there is one and the keyboard has room for it.
    public void typeNext(Session session) {
        int[] codes = strokes.peek();
        if (codes != null && session.machine().computer().keyboard().room() >= codes.length) {
            strokes.remove();
            for (int code : codes) {
                session.apply(new Input.Press(code));
            }
        }
    }
}
