package ring3.components.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.KernelReply;
import ring3.syslib.KernelReply.AlarmReply;
import ring3.syslib.KernelReply.SignalReply;
import ring3.syslib.KernelReply.TimesReply;
import ring3.syslib.KernelReply.ValueReply;
import ring3.syslib.KernelRequest;
import ring3.syslib.KernelRequest.Diagctl;
import ring3.syslib.KernelRequest.Getinfo;
import ring3.syslib.KernelRequest.Getksig;
import ring3.syslib.KernelRequest.Irqctl;
import ring3.syslib.KernelRequest.Physcopy;
import ring3.syslib.KernelRequest.Safecopyfrom;
import ring3.syslib.KernelRequest.Safecopyto;
import ring3.syslib.KernelRequest.Setalarm;
import ring3.syslib.KernelRequest.Setgrant;
import ring3.syslib.KernelRequest.Times;
import ring3.syslib.KernelRequest.Vircopy;

/// The kernel calls of a test. A test may answer any call its own way; without that, copies copy (a
/// grant id of another process is taken for an address in its memory), time and alarms follow the
/// clock of the test, tables of the kernel are those the test has put there, and all others
/// succeed.
final class FakeCalls {
    private static final long BOOT_SECONDS = 1_767_225_600L;
    private static final int TICK_NANOS = 16_666_667;
    private static final int FOREIGN_BYTES = 1 << 20;

    private final Endpoint self;
    private final ByteMemory own;
    private final Map<Integer, ByteMemory> foreign = new LinkedHashMap<>();
    private final Map<Class<?>, Function<KernelRequest, @Nullable KernelReply>> handlers =
            new LinkedHashMap<>();
    private final Map<Integer, byte[]> tables = new LinkedHashMap<>();
    final List<KernelRequest> requests = new ArrayList<>();
    final List<String> printed = new ArrayList<>();
    int grantTable;
    long uptime;
    long alarm;

    FakeCalls(Endpoint self, ByteMemory own) {
        this.self = self;
        this.own = own;
    }

    void handle(Class<?> type, Function<KernelRequest, @Nullable KernelReply> handler) {
        handlers.put(type, handler);
    }

    void table(int what, byte[] bytes) {
        tables.put(what, bytes);
    }

    ByteMemory memoryOf(Endpoint process) {
        if (process.equals(Endpoint.SELF) || process.equals(self)) {
            return own;
        }
        return foreign.computeIfAbsent(process.value(), _ -> new ByteMemory(FOREIGN_BYTES));
    }

    KernelReply answer(KernelRequest request) {
        requests.add(request);
        Function<KernelRequest, @Nullable KernelReply> handler = handlers.get(request.getClass());
        KernelReply reply = handler == null ? null : handler.apply(request);
        return reply == null ? usual(request) : reply;
    }

    private KernelReply usual(KernelRequest request) {
        return switch (request) {
            case Vircopy r ->
                    copy(r.source(), r.sourceAddress(), r.target(), r.targetAddress(), r.bytes());
            case Physcopy r ->
                    copy(r.source(), r.sourceAddress(), r.target(), r.targetAddress(), r.bytes());
            case Safecopyfrom r ->
                    copy(r.granter(), r.grant() + r.offset(), self, r.address(), r.bytes());
            case Safecopyto r ->
                    copy(self, r.address(), r.granter(), r.grant() + r.offset(), r.bytes());
            case Setgrant(int address, _) -> {
                grantTable = address;
                yield KernelReply.Status.OK;
            }
            case Setalarm r -> setAlarm(r);
            case Times _ -> new TimesReply(uptime, uptime * TICK_NANOS, 0, BOOT_SECONDS);
            case Getinfo r -> getInfo(r);
            case Getksig _ -> new SignalReply(Endpoint.NONE, 0);
            case Irqctl r when r.request() == Irqctl.SET_POLICY -> new ValueReply(r.line());
            case Diagctl(_, int address, int length, _) -> {
                printed.add(own.text(address, length));
                yield KernelReply.Status.OK;
            }
            default -> KernelReply.Status.OK;
        };
    }

    private KernelReply copy(Endpoint source, int from, Endpoint target, int to, int length) {
        ByteMemory in = memoryOf(source);
        ByteMemory out = memoryOf(target);
        if (outside(in, from, length) || outside(out, to, length)) {
            return KernelReply.of(Errno.EFAULT);
        }
        byte[] bytes = new byte[length];
        in.get(from, bytes, 0, length);
        out.put(to, bytes, 0, length);
        return KernelReply.Status.OK;
    }

    private static boolean outside(ByteMemory memory, int address, int length) {
        return address < 0 || length < 0 || length > memory.size() - address;
    }

    private KernelReply setAlarm(Setalarm request) {
        long left = alarm == 0 ? -1 : alarm - uptime;
        boolean cancel = !request.absolute() && request.ticks() == 0;
        alarm = cancel ? 0 : request.ticks() + (request.absolute() ? 0 : uptime);
        return new AlarmReply(left, uptime);
    }

    private KernelReply getInfo(Getinfo request) {
        byte[] table = tables.getOrDefault(request.what(), new byte[0]);
        int length = Math.min(table.length, request.bytes());
        own.put(request.address(), table, 0, length);
        return new ValueReply(length);
    }
}
