package ring3.visualizer;

/// The keys of the emulated keyboard that have a name rather than a character on them; each is
/// called what it is called on the emulated hardware.
public enum ConsoleKey {
    ENTER,
    BACKSPACE,
    TAB,
    UP,
    DOWN,
    LEFT,
    RIGHT,
    HOME,
    END,
    PAGE_UP,
    PAGE_DOWN,
    INSERT,
    DELETE,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    F11,
    F12
}
