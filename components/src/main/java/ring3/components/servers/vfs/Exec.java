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
import ring3.syslib.KernelRequest;
import ring3.syslib.Signals;
import ring3.syslib.Syslib;

/// EXEC: loads a program into a process (minix: servers/vfs/exec.c). The process manager asks, and
/// starts what was loaded; the memory comes from vm.
///
/// Whatever can be refused is refused first: the program is read into memory of ours and looked at
/// before the process loses its own.
final class Exec {
    /// Where an image lies; the page below is never mapped.
    static final int IMAGE_ADDRESS = 0x1000;

    /// Memory behind image and arguments that a program starts with.
    static final int HEAP_BYTES = 256 * 1024;

    /// How large an executable may be: it has to fit into a buffer of ours.
    private static final int IMAGE_BYTES_MAX = 512 * 1024;

    private static final int PAGE_BYTES = 4096;
    private static final int FRAME_ALIGNMENT = 16;
    private static final int FRAME_HEADER_BYTES = 8;
    private static final int ANY_EXECUTE = 0111;

    private final Syslib sys;
    private final Lookup lookup;
    private final Loans loans;
    private final Buffers frames;
    private final Buffers images;

    Exec(Syslib sys, Lookup lookup, Loans loans) {
        this.sys = sys;
        this.lookup = lookup;
        this.loans = loans;
        this.frames = new Buffers(sys, ExecFrame.BYTES_MAX);
        this.images = new Buffers(sys, IMAGE_BYTES_MAX);
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

    /// Reads the whole program and has the kernel look at it, while the process still has its own.
    private void load(Call call, Vnode node, Frame frame) {
        int imageBytes = (int) node.size();
        int image = images.take(call);
        int grant = loans.ofOwn(call, node.server(), image, imageBytes, GrantTable.WRITE);
        node.mount()
                .ask(
                        call,
                        FsTransfer.class,
                        id -> new ReqRead(id, node.inode(), 0, grant, imageBytes),
                        read -> {
                            if (read.bytes() != imageBytes) {
                                throw new Refused(Errno.ENOEXEC);
                            }
                            require(sys.status(lookAt(image, imageBytes)));
                            replace(call, image, imageBytes, frame);
                        });
    }

    private static KernelRequest lookAt(int image, int imageBytes) {
        return new KernelRequest.Exec(Endpoint.SELF, image, imageBytes, 0, 0, 0, 0);
    }

    private static void require(int status) {
        if (status < 0) {
            throw new Refused(status);
        }
    }

    /// Puts image and arguments into fresh memory of the process. Once it has that there is no way
    /// back: if they cannot be put there, the process must die.
    private void replace(Call call, int image, int imageBytes, Frame frame) {
        Endpoint user = call.user();
        int frameAddress = align(IMAGE_ADDRESS + imageBytes, FRAME_ALIGNMENT);
        int end = align(frameAddress + frame.bytes() + HEAP_BYTES, PAGE_BYTES);
        require(sys.call(Endpoint.VM, new VmExecNewmem(user, end - IMAGE_ADDRESS)));
        boolean copied =
                sys.copyTo(user, IMAGE_ADDRESS, image, imageBytes) >= 0
                        && sys.copyTo(user, frameAddress, frame.address(), frame.bytes()) >= 0;
        if (!copied) {
            sys.kill(user, Signals.SIGKILL);
            throw new Refused(Errno.EFAULT);
        }
        call.proc().files().exec();
        call.done(
                new VfsPmExecDone(user, 0, IMAGE_ADDRESS, imageBytes, frameAddress, frame.bytes()));
    }

    private static int align(int address, int to) {
        return (address + to - 1) & -to;
    }
}
