package ring3.bench;

/// A benchmark cannot be made on this computer, or not yet; the message tells why.
final class Impossible extends Exception {
    private static final long serialVersionUID = 1;

    Impossible(String why) {
        super(why);
    }
}
