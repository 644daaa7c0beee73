package ring3.components.programs.fake;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/// An open file: a node with a position, or an end of a pipe.
final class Channel {
    /// The bytes of a pipe.
    static final class Pipe {
        static final int CAPACITY = 4096;

        byte[] waiting = {};
        int readers = 1;
        int writers = 1;
    }

    final @Nullable Node node;
    final @Nullable Pipe pipe;
    final @Nullable ByteArrayOutputStream sink;
    final @Nullable FakeTerminal terminal;
    final int flags;
    int position;
    int references;

    private Channel(
            @Nullable Node node,
            @Nullable Pipe pipe,
            @Nullable ByteArrayOutputStream sink,
            @Nullable FakeTerminal terminal,
            int flags) {
        this.node = node;
        this.pipe = pipe;
        this.sink = sink;
        this.terminal = terminal;
        this.flags = flags;
    }

    static Channel of(Node node, int flags) {
        return new Channel(node, null, null, null, flags);
    }

    static Channel of(Pipe pipe, int flags) {
        return new Channel(null, pipe, null, null, flags);
    }

    /// What is written there is for the test to see.
    static Channel of(ByteArrayOutputStream sink, int flags) {
        return new Channel(null, null, sink, null, flags);
    }

    static Channel of(FakeTerminal terminal, int flags) {
        return new Channel(null, null, null, terminal, flags);
    }
}
