package ring3.hardware;

/// The keys of a PC keyboard that have a name rather than a character on them.
public enum Key {
    /// Ends a line.
    ENTER(0x1c),
    /// Takes the last character back.
    BACKSPACE(0x0e),
    /// Goes on to the next stop.
    TAB(0x0f),
    /// Begins an escape sequence.
    ESCAPE(0x01),
    /// Cursor up.
    UP(0xe048),
    /// Cursor down.
    DOWN(0xe050),
    /// Cursor left.
    LEFT(0xe04b),
    /// Cursor right.
    RIGHT(0xe04d),
    /// To the beginning.
    HOME(0xe047),
    /// To the end.
    END(0xe04f),
    /// A page up.
    PAGE_UP(0xe049),
    /// A page down.
    PAGE_DOWN(0xe051),
    /// Inserts.
    INSERT(0xe052),
    /// Deletes.
    DELETE(0xe053),
    /// Function key 1.
    F1(0x3b),
    /// Function key 2.
    F2(0x3c),
    /// Function key 3.
    F3(0x3d),
    /// Function key 4.
    F4(0x3e),
    /// Function key 5.
    F5(0x3f),
    /// Function key 6.
    F6(0x40),
    /// Function key 7.
    F7(0x41),
    /// Function key 8.
    F8(0x42),
    /// Function key 9.
    F9(0x43),
    /// Function key 10.
    F10(0x44),
    /// Function key 11.
    F11(0x57),
    /// Function key 12.
    F12(0x58);

    private final int makeCode;

    Key(int makeCode) {
        this.makeCode = makeCode;
    }

    /// The make code of set 1, with its prefix E0 in the upper byte where it has one.
    int makeCode() {
        return makeCode;
    }
}
