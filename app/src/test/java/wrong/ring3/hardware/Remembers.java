package wrong.ring3.hardware;

final class Remembers {
    static int count;

    private Remembers() {}
}
