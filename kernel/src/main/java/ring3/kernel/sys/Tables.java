package ring3.kernel.sys;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import ring3.kernel.boot.BootModule;
import ring3.kernel.core.BootInfo;
import ring3.kernel.core.Proc;
import ring3.kernel.core.ProcTable;
import ring3.syslib.KernelInfo;

/// The tables of the kernel in the form in which SYS_GETINFO hands them out, see [KernelInfo].
final class Tables {
    private Tables() {}

    static byte[] image(BootInfo boot) {
        int count = boot.modules().size();
        byte[] bytes = new byte[count * KernelInfo.MODULE_BYTES];
        ByteBuffer table = littleEndian(bytes);
        for (int i = 0; i < count; i++) {
            BootModule module = boot.modules().get(i);
            putName(table, module.name());
            table.putInt(module.slot()).putInt(boot.address(i));
            table.putInt(module.image().length).putInt(module.memoryBytes());
        }
        return bytes;
    }

    static byte[] processes(ProcTable procs) {
        int count = 0;
        for (Proc proc : procs.all()) {
            count += proc.isFree() ? 0 : 1;
        }
        byte[] bytes = new byte[count * KernelInfo.PROC_BYTES];
        ByteBuffer table = littleEndian(bytes);
        for (Proc proc : procs.all()) {
            if (!proc.isFree()) {
                putName(table, proc.name());
                table.putInt(proc.endpoint().value()).putInt(proc.flags());
                table.putInt(proc.blockedOn().value()).putInt(proc.priority());
                table.putInt(proc.quantumMillis()).putInt(proc.memory().bytes());
                table.putLong(proc.cpuNanos());
            }
        }
        return bytes;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void putName(ByteBuffer table, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
        table.put(java.util.Arrays.copyOf(bytes, KernelInfo.NAME_BYTES));
    }
}
