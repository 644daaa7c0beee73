package ring3.components.protocol;

import ring3.syslib.Endpoint;
import ring3.syslib.Message;

/// Character devices: the virtual file system asks a driver (minix: libchardriver). The driver may
/// answer later; `id` tells which request an answer belongs to. `grant` reaches into the user's
/// memory.
public sealed interface Cdev extends Message {
    /// Access: reading.
    int READ = 1;

    /// Access: writing.
    int WRITE = 2;

    /// Access: the terminal does not become the controlling one.
    int NOCTTY = 4;

    /// Flag: never wait.
    int NONBLOCK = 1;

    /// Opens a minor device; access is [#READ], [#WRITE], [#NOCTTY].
    record CdevOpen(int minor, int access, Endpoint user, int id) implements Cdev {
        @Override
        public int type() {
            return 0x400;
        }
    }

    /// Closes it.
    record CdevClose(int minor, int id) implements Cdev {
        @Override
        public int type() {
            return 0x401;
        }
    }

    /// Reads at most `count` bytes into the grant; with [#NONBLOCK] EAGAIN instead of waiting.
    record CdevRead(int minor, long pos, int grant, int count, Endpoint user, int id, int flags)
            implements Cdev {
        @Override
        public int type() {
            return 0x402;
        }
    }

    /// Writes `count` bytes of the grant.
    record CdevWrite(int minor, long pos, int grant, int count, Endpoint user, int id, int flags)
            implements Cdev {
        @Override
        public int type() {
            return 0x403;
        }
    }

    /// A control request of the device; see [Tty].
    record CdevIoctl(int minor, int request, int grant, Endpoint user, int id, int flags)
            implements Cdev {
        @Override
        public int type() {
            return 0x404;
        }
    }

    /// Gives up the request `id`: it is answered at once, with EINTR if nothing was moved.
    record CdevCancel(int minor, int id) implements Cdev {
        @Override
        public int type() {
            return 0x405;
        }
    }

    /// The answer to request `id`: bytes moved or zero, or a negative error number.
    record CdevReply(int status, int id) implements Cdev {
        @Override
        public boolean isAnswer() {
            return true;
        }

        @Override
        public int type() {
            return 0x480;
        }
    }
}
