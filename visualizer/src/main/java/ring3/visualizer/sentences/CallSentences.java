package ring3.visualizer.sentences;

import static ring3.visualizer.sentences.MessageText.hex;

import ring3.events.KernelEvent.KernelCalled;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelInfo;
import ring3.syslib.KernelRequest.Abort;
import ring3.syslib.KernelRequest.Clear;
import ring3.syslib.KernelRequest.Devio;
import ring3.syslib.KernelRequest.Diagctl;
import ring3.syslib.KernelRequest.Endksig;
import ring3.syslib.KernelRequest.Exec;
import ring3.syslib.KernelRequest.Exit;
import ring3.syslib.KernelRequest.Fork;
import ring3.syslib.KernelRequest.Getinfo;
import ring3.syslib.KernelRequest.Getksig;
import ring3.syslib.KernelRequest.Iopenable;
import ring3.syslib.KernelRequest.Irqctl;
import ring3.syslib.KernelRequest.Kill;
import ring3.syslib.KernelRequest.Memset;
import ring3.syslib.KernelRequest.Padconf;
import ring3.syslib.KernelRequest.Physcopy;
import ring3.syslib.KernelRequest.Privctl;
import ring3.syslib.KernelRequest.Runctl;
import ring3.syslib.KernelRequest.Safecopyfrom;
import ring3.syslib.KernelRequest.Safecopyto;
import ring3.syslib.KernelRequest.Safememset;
import ring3.syslib.KernelRequest.Schedctl;
import ring3.syslib.KernelRequest.Schedule;
import ring3.syslib.KernelRequest.Sdevio;
import ring3.syslib.KernelRequest.Setalarm;
import ring3.syslib.KernelRequest.Setgrant;
import ring3.syslib.KernelRequest.Settime;
import ring3.syslib.KernelRequest.Sigreturn;
import ring3.syslib.KernelRequest.Sigsend;
import ring3.syslib.KernelRequest.Sprof;
import ring3.syslib.KernelRequest.Statectl;
import ring3.syslib.KernelRequest.Stime;
import ring3.syslib.KernelRequest.Times;
import ring3.syslib.KernelRequest.Trace;
import ring3.syslib.KernelRequest.Umap;
import ring3.syslib.KernelRequest.Update;
import ring3.syslib.KernelRequest.Vdevio;
import ring3.syslib.KernelRequest.Vircopy;
import ring3.syslib.KernelRequest.Vmctl;
import ring3.syslib.KernelRequest.Vsafecopy;
import ring3.syslib.KernelRequest.Vtimer;
import ring3.syslib.PortIo;
import ring3.syslib.Privilege;
import ring3.syslib.Signals;

/// Kernel calls as sentences: what the caller wanted, then the name of the call for those who look
/// it up.
final class CallSentences {
    private final Names names;
    private final MemorySentences memory = new MemorySentences();

    CallSentences(Names names) {
        this.names = names;
    }

    String of(KernelCalled call) {
        String outcome = call.status() < 0 ? ", which fails: " + Errno.of(call.status()) : "";
        return "%s %s (%s)%s"
                .formatted(
                        names.of(call.caller(), call.number()),
                        wish(call),
                        call.request().typeName(),
                        outcome);
    }

    private String wish(KernelCalled call) {
        return switch (call.request()) {
            case Fork r -> "makes a copy of " + name(call, r.parent());
            case Exec r -> "starts another program in " + name(call, r.target());
            case Clear r -> "frees the slot of " + name(call, r.target());
            case Exit _ -> "gives itself up";
            case Privctl r -> rights(r.request(), name(call, r.target()));
            case Kill r ->
                    "raises SIG%s on %s"
                            .formatted(Signals.name(r.signal()), name(call, r.target()));
            case Getksig _ -> "asks who was signalled";
            case Endksig r -> "has dealt with the signals of " + name(call, r.target());
            case Vircopy r -> copies(call, r.source(), r.target(), r.bytes());
            case Physcopy r -> copies(call, r.source(), r.target(), r.bytes());
            case Irqctl r -> line(r);
            case Devio r ->
                    PortIo.isOutput(r.request())
                            ? "writes %s to port %s".formatted(hex(r.value()), hex(r.port()))
                            : "reads port " + hex(r.port());
            case Sdevio r -> string(call, r);
            case Vdevio r ->
                    "%s %d %s"
                            .formatted(
                                    PortIo.isOutput(r.request()) ? "writes" : "reads",
                                    r.pairs(),
                                    r.pairs() == 1 ? "port" : "ports");
            case Setalarm r -> alarm(r);
            case Times _ -> "asks for the time";
            case Getinfo r -> "asks for " + table(r.what());
            case Abort _ -> "wants the machine to stop";
            case Safecopyfrom r ->
                    "copies %d bytes from a grant of %s"
                            .formatted(r.bytes(), name(call, r.granter()));
            case Safecopyto r ->
                    "copies %d bytes into a grant of %s"
                            .formatted(r.bytes(), name(call, r.granter()));
            case Setgrant r -> "sets up a table of %d grants".formatted(r.entries());
            case Vmctl r -> memory.of(r, name(call, r.target()));
            case Memset r -> "fills %d bytes of %s".formatted(r.bytes(), memory(call, r.owner()));
            case Safememset r ->
                    "fills %d bytes of a grant of %s".formatted(r.bytes(), name(call, r.granter()));
            case Vsafecopy r -> "makes %d copies by grants".formatted(r.elements());
            case Umap r -> "opens %d bytes to its devices".formatted(r.bytes());
            case Trace r -> debugs(r, name(call, r.target()));
            case Update r ->
                    "swaps %s and %s".formatted(name(call, r.source()), name(call, r.target()));
            case Statectl r -> state(r);
            case Sigsend r ->
                    "makes %s handle SIG%s"
                            .formatted(name(call, r.target()), Signals.name(r.signal()));
            case Sigreturn r -> "lets %s go on after a signal".formatted(name(call, r.target()));
            case Stime _ -> "sets the time of the boot";
            case Settime r -> r.now() ? "sets the time of day" : "adjusts the time of day";
            case Vtimer r ->
                    r.set()
                            ? "sets a timer on the processor time of " + name(call, r.target())
                            : "asks for a timer of " + name(call, r.target());
            case Iopenable r -> "lets %s use port instructions".formatted(memory(call, r.target()));
            case Sprof r -> r.action() == Sprof.START ? "starts a profile" : "ends the profile";
            case Padconf _ -> "asks for a pin of the processor";
            case Diagctl r -> log(call, r);
            case Runctl r ->
                    r.stop()
                            ? "stops " + name(call, r.target())
                            : "lets %s run again".formatted(name(call, r.target()));
            case Schedule r -> "gives %s %s".formatted(name(call, r.target()), turn(r));
            case Schedctl r ->
                    r.byKernel()
                            ? "lets the kernel schedule " + name(call, r.target())
                            : "becomes the scheduler of " + name(call, r.target());
        };
    }

    private static String rights(int request, String target) {
        return switch (request) {
            case Privilege.ALLOW -> "lets %s run".formatted(target);
            case Privilege.DISALLOW -> "keeps %s from running".formatted(target);
            case Privilege.SET_SYS -> "gives %s privileges of its own".formatted(target);
            case Privilege.SET_USER -> "gives %s those of user processes".formatted(target);
            case Privilege.CLEAR_IPC_REFS -> "wakes whoever waits for " + target;
            default -> "changes the privileges of " + target;
        };
    }

    private String copies(KernelCalled call, Endpoint source, Endpoint target, int bytes) {
        String from = isCaller(call, source) ? "" : " from " + memory(call, source);
        String to = isCaller(call, target) ? "" : " to " + memory(call, target);
        return "copies %d bytes%s%s".formatted(bytes, from, to);
    }

    private static boolean isCaller(KernelCalled call, Endpoint whose) {
        return whose.equals(Endpoint.SELF) || whose.equals(call.caller());
    }

    private String memory(KernelCalled call, Endpoint whose) {
        return whose.equals(Endpoint.NONE) ? "physical memory" : name(call, whose);
    }

    private static String line(Irqctl request) {
        return switch (request.request()) {
            case Irqctl.SET_POLICY -> "hooks interrupt line " + request.line();
            case Irqctl.REMOVE_POLICY -> "gives up its interrupt hook " + request.hook();
            case Irqctl.ENABLE -> "opens the line of its interrupt hook " + request.hook();
            case Irqctl.DISABLE -> "closes the line of its interrupt hook " + request.hook();
            default -> "asks something of its interrupt hook " + request.hook();
        };
    }

    private String string(KernelCalled call, Sdevio request) {
        boolean granted = (request.request() & PortIo.SAFE) != 0;
        String grant = granted ? " a grant of " + name(call, request.owner()) : " its memory";
        return PortIo.isOutput(request.request())
                ? "writes %d bytes to port %s from%s"
                        .formatted(request.count(), hex(request.port()), grant)
                : "reads %d bytes from port %s into%s"
                        .formatted(request.count(), hex(request.port()), grant);
    }

    private static String alarm(Setalarm request) {
        if (request.absolute()) {
            return "sets its alarm to tick " + request.ticks();
        }
        return request.ticks() == 0
                ? "cancels its alarm"
                : "sets its alarm, %d ticks from now".formatted(request.ticks());
    }

    private static String table(int what) {
        return switch (what) {
            case KernelInfo.IMAGE -> "the list of boot modules";
            case KernelInfo.KINFO -> "what the machine has";
            case KernelInfo.IRQHOOKS -> "the interrupt hooks";
            case KernelInfo.PRIVTAB -> "the privileges";
            case KernelInfo.HZ -> "the ticks in a second";
            case KernelInfo.PROCTAB -> "the process table";
            case KernelInfo.MONPARAMS -> "the boot parameters";
            case KernelInfo.WHOAMI -> "its own endpoint";
            default -> "table %d of the kernel".formatted(what);
        };
    }

    private static String debugs(Trace request, String target) {
        return switch (request.request()) {
            case Trace.STOP -> "stops %s to look into it".formatted(target);
            case Trace.RESUME -> "lets %s go on".formatted(target);
            case Trace.STEP, Trace.SYSCALL -> "lets %s take one step".formatted(target);
            case Trace.SET_DATA, Trace.WRITE_BYTE -> "changes the memory of " + target;
            default -> "looks into " + target;
        };
    }

    private static String state(Statectl request) {
        return switch (request.request()) {
            case Statectl.CLEAR_IPC_REFS -> "wakes whoever waits for it";
            case Statectl.SET_STATE_TABLE -> "tells where its state is";
            case Statectl.CLEAR_FILTERS -> "receives everything again";
            default -> "chooses what it receives";
        };
    }

    private String log(KernelCalled call, Diagctl request) {
        return switch (request.code()) {
            case Diagctl.PRINT -> "prints on the kernel's log";
            case Diagctl.STACK_TRACE -> "prints where " + name(call, request.target()) + " is";
            case Diagctl.REGISTER -> "wants to know what is printed";
            default -> "does not care any more what is printed";
        };
    }

    private static String turn(Schedule request) {
        String quantum =
                request.quantumMillis() < 0
                        ? "its quantum again"
                        : "%d ms".formatted(request.quantumMillis());
        return request.priority() < 0
                ? quantum
                : "priority %d and %s".formatted(request.priority(), quantum);
    }

    private String name(KernelCalled call, Endpoint endpoint) {
        return names.of(endpoint, call.number());
    }
}
