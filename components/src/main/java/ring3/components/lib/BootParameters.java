package ring3.components.lib;

import java.nio.charset.StandardCharsets;
import ring3.components.protocol.ExecFrame;
import ring3.syslib.KernelInfo;
import ring3.syslib.KernelRequest.Getinfo;
import ring3.syslib.Syslib;

/// What the machine was told when it was switched on, `name=value` each (minix: lib/libsys,
/// env_parse.c).
public final class BootParameters {
    private final String strings;

    /// Asks the kernel for all of them; that takes 16 KiB of the caller's heap, as they are init's
    /// environment too.
    public BootParameters(Syslib sys) {
        int at = sys.allocate(ExecFrame.BYTES_MAX);
        long bytes = sys.value(new Getinfo(KernelInfo.MONPARAMS, at, ExecFrame.BYTES_MAX));
        byte[] all = new byte[Math.toIntExact(Math.max(bytes, 0))];
        sys.memory().get(at, all, 0, all.length);
        strings = "\0" + new String(all, StandardCharsets.ISO_8859_1);
    }

    /// The value of a parameter, or the other one when it is not there.
    public String get(String name, String otherwise) {
        String start = "\0" + name + "=";
        int place = strings.indexOf(start);
        return place < 0
                ? otherwise
                : strings.substring(place + start.length(), strings.indexOf('\0', place + 1));
    }

    /// The number that a parameter is, or the other one when it is not there or no number.
    public long number(String name, long otherwise) {
        try {
            return Long.parseLong(get(name, ""));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
