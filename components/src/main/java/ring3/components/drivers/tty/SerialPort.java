package ring3.components.drivers.tty;

/// A terminal at the other end of a serial line.
///
/// @param interrupt the interrupt line
record SerialPort(SerialLine line, Terminal terminal, int interrupt) {
    /// The chip interrupted.
    void serve() {
        line.serve(terminal::type);
        terminal.settle();
    }
}
