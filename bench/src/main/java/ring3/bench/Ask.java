package ring3.bench;

import ring3.syslib.Message;

/// A request of the size that requests have.
record Ask(int number, int grant, long offset, int bytes) implements Message {
    private static final int TYPE = 0x4200;

    @Override
    public int type() {
        return TYPE;
    }
}
