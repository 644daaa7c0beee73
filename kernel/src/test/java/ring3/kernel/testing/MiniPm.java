package ring3.kernel.testing;

import static ring3.kernel.testing.TestMachine.must;

import java.util.ArrayList;
import java.util.List;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.KernelRequest.Vmctl;
import ring3.syslib.Message;
import ring3.syslib.Program;
import ring3.syslib.Received;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

/// A process manager that knows just enough for processes that fork and exit, and that listens to
/// what they have to say: a program that may be lived twice cannot note anything in the test
/// itself.
public final class MiniPm implements Program {
    /// Asks for a child.
    public record Fork() implements Message {
        @Override
        public int type() {
            return 1;
        }
    }

    /// Ends the process that asks.
    public record Exit() implements Message {
        @Override
        public int type() {
            return 2;
        }
    }

    /// Asks for a byte at an address of the process that asks.
    public record Fill(int address, int value) implements Message {
        @Override
        public int type() {
            return 3;
        }
    }

    /// Asks for a signal.
    public record Raise(int signal) implements Message {
        @Override
        public int type() {
            return 4;
        }
    }

    /// Tells that a signal handler has ended.
    public record Handled() implements Message {
        @Override
        public int type() {
            return 5;
        }
    }

    private static final int FIRST_CHILD = 100;

    /// What SYS_SIGRETURN answered for each handler that ended.
    public final List<Integer> returned = new ArrayList<>();

    /// What all processes said, in order, as `slot:number`.
    public final List<String> said = new ArrayList<>();

    /// Who gives memory to the children.
    public final MiniVm vm;

    private int children;

    /// One that gives memory itself.
    public MiniPm() {
        this(new MiniVm());
    }

    /// One that leaves memory to `vm`.
    public MiniPm(MiniVm vm) {
        this.vm = vm;
    }

    /// Forks: zero in the child, its endpoint in the parent.
    public static int fork(Syslib sys) {
        return sys.call(Endpoint.PM, new Fork());
    }

    /// Tells the test a number.
    public static void say(Syslib sys, int number) {
        sys.call(Endpoint.PM, new Ping(number));
    }

    /// Dies.
    public static void exit(Syslib sys) {
        sys.call(Endpoint.PM, new Exit());
    }

    /// Lets the kernel store a byte.
    public static void fill(Syslib sys, int address, int value) {
        sys.call(Endpoint.PM, new Fill(address, value));
    }

    @Override
    public void run(Syslib sys) {
        while (true) {
            Received in = sys.receive();
            Endpoint client = in.source();
            switch (in.message()) {
                case Ping ping -> {
                    said.add(client.slot() + ":" + ping.number());
                    sys.reply(client, Result.OK);
                }
                case Fork _ -> fork(sys, client);
                case Raise(int signal) -> {
                    must(sys, new KernelRequest.Sigsend(client, signal, 0, 0));
                    sys.reply(client, Result.OK);
                }
                case Handled _ -> returned.add(sys.status(new KernelRequest.Sigreturn(client)));
                case Fill fill -> {
                    store(sys, client, fill);
                    sys.reply(client, Result.OK);
                }
                case Exit _ -> {
                    must(sys, new KernelRequest.Clear(client));
                    vm.free(client);
                }
                default -> {}
            }
        }
    }

    private void fork(Syslib sys, Endpoint parent) {
        int slot = FIRST_CHILD + children++;
        int inhibit = KernelRequest.Fork.INHIBIT;
        KernelReply reply = sys.kernelCall(new KernelRequest.Fork(parent, slot, inhibit));
        if (!(reply instanceof KernelReply.ForkReply(Endpoint child))) {
            sys.reply(parent, new Result(reply.status()));
        } else if (!vm.copy(sys, parent, child)) {
            must(sys, new KernelRequest.Clear(child));
            sys.reply(parent, Result.of(Errno.ENOMEM));
        } else {
            born(sys, child);
            must(sys, new Vmctl(child, Vmctl.INHIBIT_CLEAR, 0, 0, 0, 0));
            must(sys, TestMachine.schedule(child, 7, 200));
            sys.reply(child, Result.OK);
            sys.reply(parent, new Result(child.value()));
        }
    }

    /// What shall happen to a child before it first runs.
    private void born(Syslib sys, Endpoint child) {
        if (birthGift != null) {
            store(sys, child, birthGift);
        }
    }

    /// A byte that every child gets into its memory before it first runs.
    @org.jspecify.annotations.Nullable public Fill birthGift;

    private static void store(Syslib sys, Endpoint target, Fill fill) {
        int byteAddress = sys.allocate(1);
        sys.memory().putByte(byteAddress, fill.value());
        sys.copyTo(target, fill.address(), byteAddress, 1);
    }
}
