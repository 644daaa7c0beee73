package ring3.components.protocol;

import ring3.syslib.Endpoint;
import ring3.syslib.Message;

/// Requests to the data store (minix: servers/ds). Keys are given by a grant on the caller's
/// memory.
public sealed interface Ds extends Message {
    /// Type: a number.
    int U32 = 0x10;

    /// Type: the endpoint of a service, published by RS.
    int LABEL = 0x100;

    /// Flag: replace a former value.
    int OVERWRITE = 0x1000;

    /// Flag: tell the subscriber what is there already.
    int INITIAL = 0x2000;

    /// Flag of a change: the key was published; without it, it was deleted.
    int PUBLISHED = 0x4000;

    /// The longest key in bytes.
    int KEY_MAX = 80;

    /// Stores a number under a key: [#U32] or, for RS alone, [#LABEL] with an endpoint. With
    /// [#OVERWRITE] a former value is replaced, without it EEXIST.
    record DsPublish(int keyGrant, int keyLength, int flags, int value) implements Ds {
        @Override
        public int type() {
            return 0x800;
        }
    }

    /// Answered by [DsReply.DsValue] or ENOENT.
    record DsRetrieve(int keyGrant, int keyLength, int flags) implements Ds {
        @Override
        public int type() {
            return 0x801;
        }
    }

    /// Asks for a notification whenever a matching key is published or deleted; a pattern is a
    /// regular expression for the whole key. With [#INITIAL] what is there already counts.
    record DsSubscribe(int patternGrant, int patternLength, int flags) implements Ds {
        @Override
        public int type() {
            return 0x802;
        }
    }

    /// Fetches the next change for the caller: the key is stored in the grant; answered by
    /// [DsReply.DsChange], ENOENT when there is none.
    record DsCheck(int keyGrant, int keyLength) implements Ds {
        @Override
        public int type() {
            return 0x803;
        }
    }

    /// Removes a key of the caller; of a label, everything its owner published.
    record DsDelete(int keyGrant, int keyLength, int flags) implements Ds {
        @Override
        public int type() {
            return 0x804;
        }
    }

    /// Stores the label of a process in the grant; the result is its length.
    record DsRetrieveLabel(Endpoint owner, int keyGrant, int keyLength) implements Ds {
        @Override
        public int type() {
            return 0x806;
        }
    }
}
