package ring3.components.protocol;

import ring3.syslib.Message;

/// Answers of the virtual file system that are more than a number.
public sealed interface VfsReply extends Message {
    @Override
    default boolean isAnswer() {
        return true;
    }

    /// The new position.
    record VfsOffset(long offset) implements VfsReply {
        @Override
        public int type() {
            return 0;
        }
    }

    /// Two descriptors.
    record VfsPipe(int readEnd, int writeEnd) implements VfsReply {
        @Override
        public int type() {
            return 0;
        }
    }
}
