package ring3.app.hostile;

/// One hostile program: a source file whose first line says the trick and whose second what must
/// become of it.
///
/// @param name of its main class and of its executable
/// @param expected the words behind `// expect: `
record Trick(String name, String expected) {
    private static final String REFUSED = "refused ";
    private static final String DIES = "dies ";

    boolean isRefused() {
        return expected.startsWith(REFUSED);
    }

    boolean dies() {
        return expected.startsWith(DIES);
    }

    /// What the refusal must mention.
    String reason() {
        return expected.substring(REFUSED.length());
    }

    /// The signal that it must die of.
    String signal() {
        return expected.split(" ", -1)[1];
    }

    /// What must be told as the cause of its death.
    String cause() {
        return expected.substring(DIES.length() + signal().length()).strip();
    }

    @Override
    public String toString() {
        return name + " " + expected;
    }
}
