package ring3.components.servers.pm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import ring3.components.protocol.Pm.PmExit;
import ring3.components.protocol.Pm.PmFork;
import ring3.components.protocol.PmVfs.VfsPmDone;
import ring3.components.protocol.Vm.VmFork;
import ring3.components.protocol.VmReply.VmChild;
import ring3.components.testing.FakeProcess;
import ring3.components.testing.FakeTraps;
import ring3.syslib.Endpoint;
import ring3.syslib.KernelInfo;
import ring3.syslib.KernelReply.SignalReply;
import ring3.syslib.KernelRequest.Getksig;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.Signals;

/// A process manager whose kernel, VFS, vm and scheduler are played by the test.
final class PmMachine implements AutoCloseable {
    static final int SETSID = 0x903;
    static final int EXIT = 0x904;
    static final int FORK = 0x907;
    static final int SRV_FORK = 0x908;
    static final int REBOOT = 0x90A;

    final FakeTraps traps = new FakeTraps(Endpoint.PM, 64);
    private final FakeProcess pm;
    private Endpoint born = Endpoint.NONE;

    PmMachine() {
        traps.answer(Endpoint.SCHED, _ -> Result.OK);
        traps.answer(Endpoint.VM, this::virtualMemory);
        traps.info(KernelInfo.IMAGE, bootImage());
        pm = FakeProcess.service(traps, new ProcessManager());
    }

    private Message virtualMemory(Message request) {
        if (request instanceof VmFork(_, int slot)) {
            born = Endpoint.of(slot, 1);
            return new VmChild(born);
        }
        return Result.OK;
    }

    private static byte[] bootImage() {
        String[] names = {"rs", "pm", "vfs", "tty", "init", "at_wini"};
        int[] slots = {2, 0, 1, 5, 11, KernelInfo.NO_SLOT};
        ByteBuffer table = ByteBuffer.allocate(names.length * KernelInfo.MODULE_BYTES);
        table.order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < names.length; i++) {
            table.put(i * KernelInfo.MODULE_BYTES, names[i].getBytes(StandardCharsets.ISO_8859_1));
            table.putInt(i * KernelInfo.MODULE_BYTES + KernelInfo.MODULE_SLOT, slots[i]);
        }
        return table.array();
    }

    void send(Endpoint source, Message message) {
        pm.deliver(source, message);
    }

    /// Sends a request that is answered at once.
    Message ask(Endpoint caller, Message request) {
        int before = repliesTo(caller).size();
        send(caller, request);
        List<Message> replies = repliesTo(caller);
        if (replies.size() == before) {
            throw new AssertionError(request + " is not answered");
        }
        return replies.getLast();
    }

    void vfsDone(Endpoint process, int request) {
        send(Endpoint.VFS, new VfsPmDone(request, process, 0));
    }

    Endpoint lastBorn() {
        return born;
    }

    /// A whole fork.
    Endpoint fork(Endpoint parent) {
        send(parent, new PmFork());
        Endpoint child = born;
        vfsDone(child, FORK);
        return child;
    }

    /// A whole exit.
    void exit(Endpoint process, int status) {
        send(process, new PmExit(status));
        vfsDone(process, EXIT);
    }

    /// The kernel reports signals of a process.
    void kernelSignals(Endpoint process, int signal) {
        boolean[] fetched = new boolean[1];
        traps.answer(
                Getksig.class,
                _ -> {
                    boolean again = fetched[0];
                    fetched[0] = true;
                    return again ? null : new SignalReply(process, Signals.bit(signal));
                });
        traps.deliverNotify(Endpoint.SYSTEM, 0, Signals.bit(Signals.SIGKSIG));
        pm.run();
    }

    List<Message> repliesTo(Endpoint process) {
        return traps.sentTo(process);
    }

    List<Message> toVfs() {
        return traps.sentTo(Endpoint.VFS);
    }

    String text(int address, int length) {
        byte[] bytes = new byte[length];
        traps.memory().get(address, bytes, 0, length);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        pm.close();
    }
}
