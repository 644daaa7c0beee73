package ring3.components.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.syslib.Memory;
import ring3.syslib.Privilege;
import ring3.syslib.Privilege.Range;

/// What RS is told about a service that starts from a file: its name and what its privileges file
/// allows it (minix: include/minix/rs.h, struct rs_start). It comes from the memory of a user
/// process, so RS believes nothing of it before it has looked at [#isSound()].
///
/// @param label its name among services
/// @param arguments what its program is told besides the label
/// @param major the device number that it drives, 0 for none, or [#ANY_MAJOR]
/// @param heartbeatTicks how often it must show that it lives, in clock ticks; 0 for never
/// @param restarted whether it is replaced when it dies
/// @param memoryKib how much memory it has
/// @param queue its priority, 0 the most urgent
/// @param quantumMillis how long it may run before others of its queue have their turn
/// @param byKernel the kernel keeps it in its queue; else SCHED decides
/// @param rights the kernel calls, partners, ports and lines it may use; RS decides the rest
public record ServiceSetup(
        String label,
        List<String> arguments,
        int major,
        int heartbeatTicks,
        boolean restarted,
        int memoryKib,
        int queue,
        int quantumMillis,
        boolean byKernel,
        Privilege rights) {
    /// The longest label in bytes.
    public static final int LABEL_MAX = 15;

    /// The most bytes that all arguments take, each with a zero byte behind it.
    public static final int ARGUMENTS_MAX = 512;

    /// Any major number that no other driver has.
    public static final int ANY_MAJOR = -1;

    /// The highest major number.
    public static final int MAJOR_MAX = 63;

    /// The longest time between two heartbeats, one hour.
    public static final int HEARTBEAT_MAX = 60 * 60 * 60;

    /// The most memory that a process can have.
    public static final int KIB_MAX = 16 * 1024;

    /// The least urgent queue.
    public static final int QUEUE_MAX = 15;

    /// The longest quantum, one second.
    public static final int QUANTUM_MAX = 1000;

    /// The highest port.
    public static final int PORT_MAX = 0xffff;

    /// The highest interrupt line.
    public static final int IRQ_MAX = 15;

    private static final int LABEL_BYTES = LABEL_MAX + 1;
    private static final int RIGHTS = LABEL_BYTES + 8 * Integer.BYTES;
    private static final int ARGUMENTS = RIGHTS + Privilege.BYTES;

    /// The most bytes that it takes in memory.
    public static final int BYTES_MAX = ARGUMENTS + ARGUMENTS_MAX;

    public ServiceSetup {
        arguments = List.copyOf(arguments);
    }

    /// The same under another name, with these arguments.
    public ServiceSetup named(String name, List<String> words) {
        return new ServiceSetup(
                name,
                words,
                major,
                heartbeatTicks,
                restarted,
                memoryKib,
                queue,
                quantumMillis,
                byKernel,
                rights);
    }

    /// The same as the driver of another major number, which shows that it lives every `ticks`.
    public ServiceSetup driving(int number, int ticks) {
        return new ServiceSetup(
                label,
                arguments,
                number,
                ticks,
                restarted,
                memoryKib,
                queue,
                quantumMillis,
                byKernel,
                rights);
    }

    /// Whether `label` can be one: a word of letters, digits, `_`, `-` and `.` that is not too
    /// long.
    public static boolean isLabel(String label) {
        boolean word = !label.isEmpty() && label.length() <= LABEL_MAX;
        for (int i = 0; i < label.length() && word; i++) {
            char c = label.charAt(i);
            word = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            word |= c == '_' || c == '-' || c == '.';
        }
        return word;
    }

    /// Whether an interrupt line can be a driver's: 0 is the clock's, and 2 joins the two
    /// controllers.
    public static boolean isDriversLine(int line) {
        return line > 0 && line <= IRQ_MAX && line != 2;
    }

    /// Whether everything is within its range, so that the kernel can be asked for it.
    public boolean isSound() {
        return isLabel(label)
                && major >= ANY_MAJOR
                && major <= MAJOR_MAX
                && isWithin(heartbeatTicks, 0, HEARTBEAT_MAX)
                && isWithin(memoryKib, 1, KIB_MAX)
                && isWithin(queue, 0, QUEUE_MAX)
                && isWithin(quantumMillis, 1, QUANTUM_MAX)
                && rights.memory().isEmpty()
                && rights.ports().stream().allMatch(ServiceSetup::isPorts)
                && rights.irqs().stream().allMatch(ServiceSetup::isDriversLine);
    }

    private static boolean isWithin(int number, int least, int most) {
        return number >= least && number <= most;
    }

    private static boolean isPorts(Range range) {
        return range.first() >= 0 && range.first() <= range.last() && range.last() <= PORT_MAX;
    }

    /// Stores it at `address`; returns how many bytes it takes. Label and arguments must not be
    /// longer than they may.
    public int store(Memory memory, int address) {
        memory.fill(address, LABEL_BYTES, 0);
        put(memory, address, label);
        int[] numbers = {
            major,
            heartbeatTicks,
            restarted ? 1 : 0,
            memoryKib,
            queue,
            quantumMillis,
            byKernel ? 1 : 0,
            arguments.size()
        };
        for (int i = 0; i < numbers.length; i++) {
            memory.putInt(address + LABEL_BYTES + i * Integer.BYTES, numbers[i]);
        }
        rights.store(memory, address + RIGHTS);
        int end = address + ARGUMENTS;
        for (String argument : arguments) {
            end = put(memory, end, argument + '\0');
        }
        return end - address;
    }

    private static int put(Memory memory, int address, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        memory.put(address, bytes, 0, bytes.length);
        return address + bytes.length;
    }

    /// Reads the one of `bytes` bytes at `address`; null when it cannot be so long or its arguments
    /// are not what it says.
    public static @Nullable ServiceSetup load(Memory memory, int address, int bytes) {
        if (bytes < ARGUMENTS || bytes > BYTES_MAX) {
            return null;
        }
        int[] numbers = new int[8];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = memory.getInt(address + LABEL_BYTES + i * Integer.BYTES);
        }
        List<String> names = strings(memory, address, LABEL_BYTES);
        List<String> arguments = strings(memory, address + ARGUMENTS, bytes - ARGUMENTS);
        if (names.isEmpty() || arguments.size() != numbers[7]) {
            return null;
        }
        byte[] rights = new byte[Privilege.BYTES];
        memory.get(address + RIGHTS, rights, 0, rights.length);
        return new ServiceSetup(
                names.getFirst(),
                arguments,
                numbers[0],
                numbers[1],
                numbers[2] != 0,
                numbers[3],
                numbers[4],
                numbers[5],
                numbers[6] != 0,
                Privilege.decode(rights));
    }

    /// The strings in a piece of memory, each ended by a zero byte.
    private static List<String> strings(Memory memory, int address, int length) {
        byte[] bytes = new byte[length];
        memory.get(address, bytes, 0, length);
        List<String> strings = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                strings.add(new String(bytes, start, i - start, StandardCharsets.ISO_8859_1));
                start = i + 1;
            }
        }
        return strings;
    }
}
