package ring3.components.protocol;

import ring3.syslib.Message;

/// Block devices: a file server asks a driver (minix: 9.2 of the facts, libbdev and
/// libblockdriver). Positions and counts are bytes. `grant` is a direct grant of the sender on its
/// buffer.
public sealed interface Bdev extends Message {
    /// Access: reading.
    int READ = 1;

    /// Access: writing.
    int WRITE = 2;

    /// [BdevIoctl] request: the size of the device.
    int GET_SIZE = 1;

    /// Opens a minor device; access is [#READ], [#WRITE] or both. A restarted driver answers
    /// requests to a minor that was not opened since with ERESTART.
    record BdevOpen(int minor, int access) implements Bdev {
        @Override
        public int type() {
            return 0x500;
        }
    }

    /// Closes it.
    record BdevClose(int minor) implements Bdev {
        @Override
        public int type() {
            return 0x501;
        }
    }

    /// Reads `count` bytes from `pos` on into the grant.
    record BdevRead(int minor, long pos, int count, int grant, int flags, int id) implements Bdev {
        @Override
        public int type() {
            return 0x502;
        }
    }

    /// Writes `count` bytes of the grant from `pos` on.
    record BdevWrite(int minor, long pos, int count, int grant, int flags, int id) implements Bdev {
        @Override
        public int type() {
            return 0x503;
        }
    }

    /// Asks for the size: [#GET_SIZE] stores it, in bytes, as a 64-bit number in the grant.
    record BdevIoctl(int minor, int request, int grant) implements Bdev {
        @Override
        public int type() {
            return 0x506;
        }
    }

    /// The answer to each: bytes moved or zero, or a negative error number.
    record BdevReply(int status, int id) implements Bdev {
        @Override
        public boolean isAnswer() {
            return true;
        }

        @Override
        public int type() {
            return 0x580;
        }
    }
}
