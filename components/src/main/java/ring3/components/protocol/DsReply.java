package ring3.components.protocol;

import ring3.syslib.Endpoint;
import ring3.syslib.Message;

/// Answers of the data store that are more than a number.
public sealed interface DsReply extends Message {
    @Override
    default boolean isAnswer() {
        return true;
    }

    /// What is stored under the key.
    record DsValue(int value) implements DsReply {
        @Override
        public int type() {
            return 0;
        }
    }

    /// A key that was published ([Ds#PUBLISHED]) or deleted, its type in the flags.
    record DsChange(int keyLength, int flags, Endpoint owner, int value) implements DsReply {
        @Override
        public int type() {
            return 0;
        }
    }
}
