package ring3.components.protocol;

import ring3.syslib.Endpoint;
import ring3.syslib.Message;

/// What the process manager tells the virtual file system (minix: 0x900 requests, 0x980 answers).
/// PM never waits for VFS: it sends asynchronously and goes on when the answer comes.
public sealed interface PmVfs extends Message {
    /// At boot: this process exists; NONE ends the list.
    record VfsPmInit(int slot, int pid, Endpoint endpoint) implements PmVfs {
        @Override
        public int type() {
            return 0x900;
        }
    }

    /// The process leads a session and has no controlling terminal.
    record VfsPmSetsid(Endpoint endpoint) implements PmVfs {
        @Override
        public int type() {
            return 0x903;
        }
    }

    /// The process ends: close its files, give up its requests.
    record VfsPmExit(Endpoint endpoint) implements PmVfs {
        @Override
        public int type() {
            return 0x904;
        }
    }

    /// Load a program into the process.
    record VfsPmExec(Endpoint endpoint, int path, int pathLength, int frame, int frameBytes)
            implements PmVfs {
        @Override
        public int type() {
            return 0x906;
        }
    }

    /// A process was born; it shares the parent's open files.
    record VfsPmFork(Endpoint child, Endpoint parent, int pid) implements PmVfs {
        @Override
        public int type() {
            return 0x907;
        }
    }

    /// A service was born.
    record VfsPmSrvFork(Endpoint child, Endpoint parent, int pid) implements PmVfs {
        @Override
        public int type() {
            return 0x908;
        }
    }

    /// A signal came: what the process waits for ends with EINTR.
    record VfsPmUnpause(Endpoint endpoint) implements PmVfs {
        @Override
        public int type() {
            return 0x909;
        }
    }

    /// Write everything back and unmount.
    record VfsPmReboot() implements PmVfs {
        @Override
        public int type() {
            return 0x90A;
        }
    }

    /// The answer to each; `request` is the type of the request. For exec the status is zero or an
    /// error number.
    record VfsPmDone(int request, Endpoint endpoint, int status) implements PmVfs {
        @Override
        public boolean isAnswer() {
            return true;
        }

        @Override
        public int type() {
            return 0x980;
        }
    }

    /// The answer to VFS_PM_EXEC: where in the memory of the process the image and the arguments
    /// lie.
    record VfsPmExecDone(
            Endpoint endpoint, int status, int image, int imageBytes, int frame, int frameBytes)
            implements PmVfs {
        @Override
        public boolean isAnswer() {
            return true;
        }

        @Override
        public int type() {
            return 0x986;
        }
    }
}
