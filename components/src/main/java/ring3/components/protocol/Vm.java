package ring3.components.protocol;

import ring3.syslib.Endpoint;
import ring3.syslib.Message;

/// Requests to vm, the owner of physical memory (minix: include/minix/com.h, base 0xC00; the fields
/// are Ring3's). The answer is a `Result` unless said otherwise. Page faults come from the kernel
/// as [ring3.syslib.VmPagefault].
public sealed interface Vm extends Message {
    /// Bytes of an entry that [VmInfo] stores: four 32-bit numbers.
    int INFO_BYTES = 16;

    int INFO_ENDPOINT = 0;

    /// Pages that lie in physical memory.
    int INFO_PAGES = 4;

    /// How many of those it shares with others.
    int INFO_SHARED = 8;

    /// The first address behind its memory.
    int INFO_END = 12;

    /// From PM alone: the process is gone, and its memory is free.
    record VmExit(Endpoint target) implements Vm {
        @Override
        public int type() {
            return 0xC00;
        }
    }

    /// From PM alone: makes `slot` a copy of `parent`; answered by [VmReply.VmChild]. They share
    /// all memory until one of them writes. Errors: those of SYS_FORK, ESRCH for a parent that vm
    /// does not know.
    record VmFork(Endpoint parent, int slot) implements Vm {
        @Override
        public int type() {
            return 0xC01;
        }
    }

    /// Moves the end of the caller's memory to `end`. What is new holds zeros and takes up no
    /// physical memory before it is touched. ENOMEM when there is not so much, or `end` is no
    /// address that a process may have.
    record VmBrk(int end) implements Vm {
        @Override
        public int type() {
            return 0xC02;
        }
    }

    /// From VFS and RS alone: `target` loses its memory and gets `bytes` of zeros from 0x1000 on,
    /// rounded up to pages, which lie in physical memory at once. ENOMEM, and nothing is lost, when
    /// there is not so much.
    record VmExecNewmem(Endpoint target, int bytes) implements Vm {
        @Override
        public int type() {
            return 0xC03;
        }
    }

    /// From PM alone: the process will soon be gone, and no page fault of it counts any more.
    record VmWillexit(Endpoint target) implements Vm {
        @Override
        public int type() {
            return 0xC05;
        }
    }

    /// From RS alone: swaps two services, as SYS_UPDATE says, with all that vm knows of them. With
    /// `rollback`, `target` is a successor that failed: it goes back to where it came from,
    /// whatever page it was waiting for.
    record VmRsUpdate(Endpoint source, Endpoint target, boolean rollback) implements Vm {
        @Override
        public int type() {
            return 0xC29;
        }
    }

    /// Asks how memory is used; answered by [VmReply.VmStats]. For each process an entry of
    /// [#INFO_BYTES] is stored at `address`, as many as fit in `bytes`. EFAULT.
    record VmInfo(int address, int bytes) implements Vm {
        @Override
        public int type() {
            return 0xC28;
        }
    }
}
