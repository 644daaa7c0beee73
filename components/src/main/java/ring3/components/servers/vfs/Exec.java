package ring3.components.servers.vfs;

import java.util.function.Consumer;
import ring3.components.protocol.ExecFrame;
import ring3.components.protocol.Fs.ReqRead;
import ring3.components.protocol.FsReply.FsTransfer;
import ring3.components.protocol.PmVfs.VfsPmExec;
import ring3.components.protocol.PmVfs.VfsPmExecDone;
import ring3.components.protocol.Vm.VmExecNewmem;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.GrantTable;
import ring3.syslib.Message;
import ring3.syslib.Signals;
import ring3.syslib.Syslib;

/// EXEC: loads a program into a process (minix: servers/vfs/exec.c). The process manager asks, and
/// starts what was loaded; the memory comes from vm.
///
/// Whatever can be refused is refused first. Then the process loses its memory, and there is no way
/// back: if the file cannot be read any more, the process must die.
final class Exec {
    /// Where an image lies; the page below is never mapped.
    static final int IMAGE_ADDRESS = 0x1000;

    /// Memory behind image and arguments that a program starts with.
    static final int HEAP_BYTES = 256 * 1024;

    private static final int IMAGE_BYTES_MAX = 16 * 1024 * 1024;
    private static final int PAGE_BYTES = 4096;
    private static final int FRAME_ALIGNMENT = 16;
    private static final int FRAME_HEADER_BYTES = 8;
    private static final int ANY_EXECUTE = 0111;

    private final Syslib sys;
    private final Lookup lookup;
    private final Loans loans;
    private final Buffers frames;

    Exec(Syslib sys, Lookup lookup, Loans loans) {
        this.sys = sys;
        this.lookup = lookup;
        this.loans = loans;
        this.frames = new Buffers(sys, ExecFrame.BYTES_MAX);
    }

    /// Where the arguments wait while the process has no memory.
    private record Frame(int address, int bytes) {}

    /// Loads the program for `call`, whose process is the one to be changed; the answer to success
    /// is a [VfsPmExecDone].
    void exec(Call call, VfsPmExec request) {
        String path = loans.path(call, request.path(), request.pathLength());
        int bytes = request.frameBytes();
        if (bytes > ExecFrame.BYTES_MAX) {
            throw new Refused(Errno.E2BIG);
        }
        if (bytes < FRAME_HEADER_BYTES) {
            throw new Refused(Errno.EINVAL);
        }
        int buffer = frames.take(call);
        loans.copyIn(call, request.frame(), buffer, bytes);
        lookup.find(call, path, 0, node -> program(call, path, node, new Frame(buffer, bytes)));
    }

    private void program(Call call, String path, Vnode node, Frame frame) {
        readHeader(
                call,
                node,
                header -> {
                    if (header.isImage()) {
                        load(call, node, frame);
                    } else {
                        interpret(call, header, path, frame);
                    }
                });
    }

    /// A script: its interpreter runs with the path of the script in front of the other arguments.
    private void interpret(Call call, ExecHeader header, String path, Frame frame) {
        String interpreter = header.interpreter();
        ExecFrame given = ExecFrame.load(sys.memory(), frame.address(), frame.bytes());
        byte[] bytes = header.framed(path, given).encode();
        if (bytes.length > ExecFrame.BYTES_MAX) {
            throw new Refused(Errno.E2BIG);
        }
        sys.memory().put(frame.address(), bytes, 0, bytes.length);
        Frame longer = new Frame(frame.address(), bytes.length);
        lookup.find(call, interpreter, 0, node -> interpreter(call, node, longer));
    }

    private void interpreter(Call call, Vnode node, Frame frame) {
        readHeader(
                call,
                node,
                header -> {
                    if (!header.isImage()) {
                        throw new Refused(Errno.ENOEXEC);
                    }
                    load(call, node, frame);
                });
    }

    private void readHeader(Call call, Vnode node, Consumer<ExecHeader> next) {
        requireExecutable(node);
        int buffer = loans.store(call, "");
        int bytes = ExecHeader.BYTES_MAX;
        int grant = loans.ofOwn(call, node.server(), buffer, bytes, GrantTable.WRITE);
        node.mount()
                .ask(
                        call,
                        FsTransfer.class,
                        id -> new ReqRead(id, node.inode(), 0, grant, bytes),
                        read ->
                                next.accept(
                                        new ExecHeader(
                                                loans.text(
                                                        buffer, Math.min(read.bytes(), bytes)))));
    }

    private static void requireExecutable(Vnode node) {
        if (!node.isRegular() || (node.mode() & ANY_EXECUTE) == 0) {
            throw new Refused(Errno.EACCES);
        }
        if (node.size() > IMAGE_BYTES_MAX) {
            throw new Refused(Errno.ENOMEM);
        }
    }

    // ---- No way back

    private void load(Call call, Vnode node, Frame frame) {
        int imageBytes = (int) node.size();
        int frameAddress = align(IMAGE_ADDRESS + imageBytes, FRAME_ALIGNMENT);
        int end = align(frameAddress + frame.bytes() + HEAP_BYTES, PAGE_BYTES);
        Message memory = new VmExecNewmem(call.user(), end - IMAGE_ADDRESS);
        int status = sys.call(Endpoint.VM, memory);
        if (status < 0) {
            throw new Refused(status);
        }
        int grant = loans.ofUser(call, node.server(), IMAGE_ADDRESS, imageBytes, GrantTable.WRITE);
        node.mount()
                .request(
                        call,
                        id -> new ReqRead(id, node.inode(), 0, grant, imageBytes),
                        reply -> {
                            boolean whole =
                                    reply instanceof FsTransfer read && read.bytes() == imageBytes;
                            finish(call, whole, imageBytes, frameAddress, frame);
                        });
    }

    private void finish(Call call, boolean whole, int imageBytes, int frameAddress, Frame frame) {
        Endpoint user = call.user();
        boolean copied =
                whole && sys.copyTo(user, frameAddress, frame.address(), frame.bytes()) >= 0;
        if (!copied) {
            sys.kill(user, Signals.SIGKILL);
            throw new Refused(Errno.EIO);
        }
        call.proc().files().exec();
        call.done(
                new VfsPmExecDone(user, 0, IMAGE_ADDRESS, imageBytes, frameAddress, frame.bytes()));
    }

    private static int align(int address, int to) {
        return (address + to - 1) & -to;
    }
}
