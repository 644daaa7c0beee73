package ring3.components.servers.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static ring3.components.servers.vm.VmMachine.INIT;
import static ring3.components.servers.vm.VmMachine.PAGE;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ring3.syslib.Endpoint;

/// Goal: every process sees its own memory and nobody else's, whatever is shared behind its back,
/// and no frame is ever lost or used twice. Method: random forks, execs, breaks, stores, loads,
/// kernel calls and exits of up to eight processes, beside a model in which each process has bytes
/// of its own and fork copies them all. After each step vm's account is compared with the page
/// tables, see [VmMachine#check()].
class VmPropertyTest {
    private static final int STEPS = 150;
    private static final int PROCESSES_MAX = 8;
    private static final int FIRST_SLOT = 20;

    private static final class Model {
        final Endpoint endpoint;
        final TreeMap<Integer, Integer> bytes = new TreeMap<>();
        int end;

        Model(Endpoint endpoint, int end) {
            this.endpoint = endpoint;
            this.end = end;
        }
    }

    private final List<Model> processes = new ArrayList<>();

    static LongStream seeds() {
        Long only = Long.getLong("ring3.seed");
        return only != null ? LongStream.of(only) : LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "-Dring3.seed={0}")
    @MethodSource("seeds")
    void everybodySeesHisOwnMemoryAndNoFrameIsLost(long seed) {
        Random random = new Random(seed);
        try (VmMachine machine = new VmMachine()) {
            int free = machine.free();
            Model first = new Model(machine.fork(INIT, FIRST_SLOT), PAGE);
            processes.add(first);
            exec(machine, first, 4 * PAGE);
            for (int i = 0; i < STEPS && !processes.isEmpty(); i++) {
                step(machine, random, processes.get(random.nextInt(processes.size())));
                machine.check();
            }
            while (!processes.isEmpty()) {
                exit(machine, processes.getFirst());
            }
            assertEquals(free, machine.free());
        }
    }

    private void step(VmMachine machine, Random random, Model process) {
        int address = PAGE + random.nextInt(process.end - PAGE + PAGE / 8);
        switch (random.nextInt(16)) {
            case 0, 1 -> fork(machine, process);
            case 2 -> exec(machine, process, 1 + random.nextInt(40 * PAGE));
            case 3, 4 -> brk(machine, process, PAGE + 1 + random.nextInt(60 * PAGE));
            case 5 -> exit(machine, process);
            case 6, 7 -> kernelCall(machine, process, address, 1 + random.nextInt(4 * PAGE));
            case 8, 9, 10 -> load(machine, process, address);
            default -> store(machine, process, address, random.nextInt(256));
        }
    }

    private void fork(VmMachine machine, Model parent) {
        if (processes.size() < PROCESSES_MAX) {
            Model child = new Model(machine.fork(parent.endpoint, freeSlot()), parent.end);
            child.bytes.putAll(parent.bytes);
            processes.add(child);
        }
    }

    private int freeSlot() {
        int slot = FIRST_SLOT;
        while (isTaken(slot)) {
            slot++;
        }
        return slot;
    }

    private boolean isTaken(int slot) {
        return processes.stream().anyMatch(process -> process.endpoint.slot() == slot);
    }

    private static void exec(VmMachine machine, Model process, int bytes) {
        boolean fits = (bytes + PAGE - 1) / PAGE <= machine.free();
        assertEquals(fits, machine.exec(process.endpoint, bytes) == 0);
        if (fits) {
            process.bytes.clear();
            process.end = PAGE + bytes;
        }
    }

    private static void brk(VmMachine machine, Model process, int end) {
        if (machine.brk(process.endpoint, end) == 0) {
            process.end = end;
            process.bytes.tailMap(roundUp(end)).clear();
        }
    }

    private void exit(VmMachine machine, Model process) {
        machine.exit(process.endpoint);
        processes.remove(process);
    }

    private static void kernelCall(VmMachine machine, Model process, int address, int bytes) {
        boolean inside = address + bytes <= roundUp(process.end);
        int result = machine.kernelNeeds(process.endpoint, address, bytes, true);
        assertTrue(result == 0 ? inside : !inside || machine.free() == 0);
    }

    private void load(VmMachine machine, Model process, int address) {
        int value = machine.load(process.endpoint, address);
        if (value >= 0) {
            assertEquals(process.bytes.getOrDefault(address, 0), value);
        }
        survives(machine, process, address, value >= 0);
    }

    private void store(VmMachine machine, Model process, int address, int value) {
        boolean stored = machine.store(process.endpoint, address, value);
        if (stored) {
            process.bytes.put(address, value);
        }
        survives(machine, process, address, stored);
    }

    /// Only a wild address, or a machine without a free frame, is a reason to be signalled.
    private void survives(VmMachine machine, Model process, int address, boolean survived) {
        boolean inside = address < roundUp(process.end);
        assertTrue(survived ? inside : !inside || machine.free() == 0);
        if (!survived && inside) {
            exit(machine, process);
        }
    }

    private static int roundUp(int end) {
        return (end + PAGE - 1) / PAGE * PAGE;
    }
}
