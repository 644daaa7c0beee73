package ring3.components.servers.rs;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ring3.syslib.Endpoint;
import ring3.syslib.KernelInfo;
import ring3.syslib.KernelRequest.Getinfo;
import ring3.syslib.KernelRequest.Physcopy;
import ring3.syslib.Memory;
import ring3.syslib.Syslib;

/// Copies of the executables of all services: those of the boot modules, and those that were handed
/// over later. The disk driver cannot be loaded from the disk that it drives.
final class Images {
    private static final int MODULES_MAX = 32;

    /// An executable in our memory.
    ///
    /// @param isModule it is a boot module, which is kept for ever
    record Image(int address, int bytes, boolean isModule) {}

    private final Syslib sys;
    private final Room room;
    private final Map<String, Image> byName = new LinkedHashMap<>();

    Images(Syslib sys) {
        this.sys = sys;
        this.room = new Room(sys);
        int tableBytes = MODULES_MAX * KernelInfo.MODULE_BYTES;
        int table = sys.allocate(tableBytes);
        long bytes = sys.value(new Getinfo(KernelInfo.IMAGE, table, tableBytes));
        for (int entry = table; entry < table + bytes; entry += KernelInfo.MODULE_BYTES) {
            copyModule(entry);
        }
    }

    private void copyModule(int entry) {
        Memory memory = sys.memory();
        int physical = memory.getInt(entry + KernelInfo.MODULE_ADDRESS);
        int length = memory.getInt(entry + KernelInfo.MODULE_LENGTH);
        int copy = sys.allocate(length);
        int status = sys.status(new Physcopy(Endpoint.NONE, physical, Endpoint.SELF, copy, length));
        if (status < 0) {
            sys.panic("cannot copy a boot module: " + status);
        }
        byName.put(name(entry), new Image(copy, length, true));
    }

    private String name(int address) {
        byte[] bytes = new byte[KernelInfo.NAME_BYTES];
        sys.memory().get(address, bytes, 0, bytes.length);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    /// The copy of an executable, or null.
    @Nullable Image find(String executable) {
        return byName.get(executable);
    }

    /// Room for an executable of `bytes` bytes, to be filled; null when there is none.
    @Nullable Image make(int bytes) {
        int address = room.take(bytes);
        return address == 0 ? null : new Image(address, bytes, false);
    }

    /// Nobody needs this copy any more.
    void forget(@Nullable Image image) {
        if (image != null && !image.isModule()) {
            room.giveBack(image.address(), image.bytes());
        }
    }
}
