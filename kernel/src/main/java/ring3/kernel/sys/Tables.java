package ring3.kernel.sys;

import module java.base;
import module ring3.events;

import ring3.kernel.boot.BootModule;
import ring3.kernel.core.*;

/// The tables of the kernel in the form in which SYS_GETINFO hands them out, see [KernelInfo].
final class Tables {
    private final Core core;
    private final ByteBuffer table;

    Tables(Core core) {
        this.core = core;
        int most = Math.max(core.procs.all().length, core.bootInfo.modules.size());
        table = littleEndian(new byte[most * KernelInfo.PROC_BYTES]);
    }

    byte[] table(int what) {
        switch (what) {
            case KernelInfo.KINFO -> machine();
            case KernelInfo.IMAGE -> image();
            case KernelInfo.PROCTAB -> processes();
            case KernelInfo.IRQHOOKS -> core.interrupts.list(table);
            case KernelInfo.PRIVTAB -> privileges();
            case KernelInfo.MONPARAMS -> {
                return core.bootInfo.parameters();
            }
            default -> throw new Refused(Errno.EINVAL, Rule.BAD_ARGUMENT);
        }
        return Arrays.copyOf(table.array(), table.position());
    }

    private void machine() {
        table.putInt(core.computer.memory().frames()).putInt(core.bootInfo.firstFree());
        table.putInt(core.procs.slots()).putInt(Clock.HZ);
    }

    private void image() {
        for (int i = 0; i < core.bootInfo.modules.size(); i++) {
            BootModule module = core.bootInfo.modules.get(i);
            boolean started = module.slot() != KernelInfo.NO_SLOT;
            putName(module.name());
            table.putInt(module.slot()).putInt(core.bootInfo.addresses[i]);
            table.putInt(module.image().length).putInt(module.memoryBytes());
            table.putInt(core.bootInfo.frames[i] * AddressSpace.PAGE_BYTES);
            table.putInt(started ? core.bootInfo.pages[i] : 0);
        }
    }

    private void processes() {
        for (Proc proc : core.procs.all()) {
            if (!proc.isFree()) {
                putName(proc.name);
                table.putInt(proc.endpoint.value()).putInt(proc.rts);
                table.putInt(proc.blockedOn().value()).putInt(proc.priority);
                table.putInt(proc.quantumMillis).putInt(proc.memory.bytes());
                table.putLong(proc.cpuNanos);
            }
        }
    }

    private void privileges() {
        for (Priv priv : core.procs.privs()) {
            Proc owner = priv.owner;
            if (owner != null) {
                table.putInt(priv.id).putInt(owner.endpoint.value());
                table.putInt(priv.rights.flags()).putInt(priv.rights.traps());
                table.putLong(priv.rights.calls()).putLong(priv.ipcTo);
                table.putLong(priv.notifyPending).putLong(0);
            }
        }
    }

    static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void putName(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
        table.put(Arrays.copyOf(bytes, KernelInfo.NAME_BYTES));
    }
}
