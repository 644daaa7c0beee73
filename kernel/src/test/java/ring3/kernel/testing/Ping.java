package ring3.kernel.testing;

import ring3.syslib.Message;

/// A message that says nothing but its number.
public record Ping(int number) implements Message {
    private static final int BASE = 0x4200;

    @Override
    public int type() {
        return BASE + number;
    }
}
