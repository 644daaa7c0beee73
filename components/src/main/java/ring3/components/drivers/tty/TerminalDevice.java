package ring3.components.drivers.tty;

/// What a terminal shows its characters on: the screen, or the far end of a serial line.
interface TerminalDevice {
    /// How many characters can be put now.
    int room();

    /// Takes a character. It may be seen only after a [#flush].
    void put(int character);

    /// Has everything shown that was put; it does not wait for a slow device to finish.
    void flush();

    /// Whether the device has taken all that was put: what it has taken is shown whatever becomes
    /// of the driver.
    boolean hasTakenAll();
}
