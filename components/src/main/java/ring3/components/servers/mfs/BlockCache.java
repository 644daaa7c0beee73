package ring3.components.servers.mfs;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import ring3.components.lib.BlockClient;
import ring3.syslib.Memory;

/// The blocks of the disk that are in memory. What was not used for the longest time makes room;
/// changed blocks are written when somebody asks for it or when one of them has to make room.
///
/// An address that a method returns is good until the next call: that may put another block there.
final class BlockCache {
    /// How much is read ahead or written in one request to the driver.
    static final int CLUSTER_BYTES = 16 * 1024;

    private final BlockClient device;
    private final int minor;
    private final Memory memory;
    private final int blockSize;
    private final int cluster;
    private final ArrayDeque<Integer> free = new ArrayDeque<>();
    private final LinkedHashMap<Integer, Integer> addresses = new LinkedHashMap<>(16, 0.75f, true);
    private final TreeMap<Integer, Integer> dirty = new TreeMap<>();

    /// A cache in the `bytes` bytes of memory from `address` on, of which the first
    /// [#CLUSTER_BYTES] serve transfers of several blocks.
    BlockCache(
            BlockClient device, int minor, Memory memory, int address, int bytes, int blockSize) {
        this.device = device;
        this.minor = minor;
        this.memory = memory;
        this.blockSize = blockSize;
        this.cluster = address;
        for (int at = CLUSTER_BYTES; at + blockSize <= bytes; at += blockSize) {
            free.add(address + at);
        }
    }

    Memory memory() {
        return memory;
    }

    int blockSize() {
        return blockSize;
    }

    /// The address of the contents of `block`, read from the disk if need be. Throws what the
    /// driver answers, EIO usually.
    int load(int block) {
        Integer cached = addresses.get(block);
        if (cached != null) {
            return cached;
        }
        int address = room();
        int status = device.read(minor, position(block), blockSize, address);
        if (status < 0) {
            free.push(address);
        }
        FsError.check(status);
        addresses.put(block, address);
        return address;
    }

    /// The address of `block` without its former contents: zeros, to be written.
    int fresh(int block) {
        Integer cached = addresses.get(block);
        int address = cached != null ? cached : room();
        addresses.put(block, address);
        memory.fill(address, blockSize, 0);
        dirty.put(block, address);
        return address;
    }

    /// Whether `block` is in memory.
    boolean holds(int block) {
        return addresses.containsKey(block);
    }

    /// The contents of `block`, which is in memory, have been changed.
    void markDirty(int block) {
        Integer address = addresses.get(block);
        assert address != null : "a block that was changed is in memory";
        dirty.put(block, address);
    }

    /// The contents of `block` no longer matter to anybody.
    void discard(int block) {
        dirty.remove(block);
        Integer address = addresses.remove(block);
        if (address != null) {
            free.push(address);
        }
    }

    /// How many blocks fit in one request.
    int clusterBlocks() {
        return CLUSTER_BYTES / blockSize;
    }

    /// Reads `count` blocks from `block` on, none of which is in memory, in one request. A failure
    /// tells nothing about the first of them, so it is silent: who needs a block will ask for it.
    void readAhead(int block, int count) {
        makeRoom(count);
        if (device.read(minor, position(block), count * blockSize, cluster) < 0) {
            return;
        }
        for (int i = 0; i < count; i++) {
            int address = free.pop();
            memory.move(cluster + i * blockSize, address, blockSize);
            addresses.put(block + i, address);
        }
    }

    /// Writes everything that was changed, in the order of the disk. What fails stays to be written
    /// later, and the error is thrown.
    void flush() {
        while (!dirty.isEmpty()) {
            int first = dirty.firstKey();
            int count = gather(first);
            FsError.check(device.write(minor, position(first), count * blockSize, cluster));
            dirty.subMap(first, first + count).clear();
        }
    }

    private int gather(int first) {
        int count = 0;
        for (Map.Entry<Integer, Integer> entry : dirty.entrySet()) {
            if (entry.getKey() != first + count || count == clusterBlocks()) {
                break;
            }
            memory.move(entry.getValue(), cluster + count * blockSize, blockSize);
            count++;
        }
        return count;
    }

    private int room() {
        makeRoom(1);
        return free.pop();
    }

    private void makeRoom(int count) {
        while (free.size() < count) {
            int oldest = addresses.sequencedKeySet().getFirst();
            if (dirty.containsKey(oldest)) {
                flush();
            }
            discard(oldest);
        }
    }

    private long position(int block) {
        return (long) block * blockSize;
    }
}
