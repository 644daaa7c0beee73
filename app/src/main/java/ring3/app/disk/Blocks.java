package ring3.app.disk;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/// The blocks of an image. What is written to them stays apart until somebody fetches it, so work
/// that is refused half way has changed nothing.
final class Blocks {
    /// Takes changed blocks, which need not come in order.
    interface Target {
        /// Puts the bytes of a block at a position of the image.
        void put(long position, ByteBuffer block) throws IOException;
    }

    private final MemorySegment image;
    private final int blockSize;
    private final TreeMap<Integer, ByteBuffer> changed = new TreeMap<>();

    /// @param image is read only; its length is a whole number of blocks at least
    Blocks(MemorySegment image, int blockSize) {
        this.image = image;
        this.blockSize = blockSize;
    }

    int blockSize() {
        return blockSize;
    }

    /// The bytes of a block, which the caller only reads.
    ByteBuffer read(int block) {
        ByteBuffer change = changed.get(block);
        return change != null ? change : original(block);
    }

    private ByteBuffer original(int block) {
        return image.asSlice((long) block * blockSize, blockSize)
                .asByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /// The bytes of a block, which the caller may change.
    ByteBuffer write(int block) {
        return changed.computeIfAbsent(block, this::copy);
    }

    private ByteBuffer copy(int block) {
        return empty().put(0, original(block), 0, blockSize);
    }

    /// The bytes of a block that shall hold zeros, whatever it held.
    ByteBuffer clear(int block) {
        ByteBuffer zeros = empty();
        changed.put(block, zeros);
        return zeros;
    }

    private ByteBuffer empty() {
        return ByteBuffer.allocate(blockSize).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Hands over what was changed, the last block first: data is there before what leads to it.
    void commit(Target target) throws IOException {
        for (Map.Entry<Integer, ByteBuffer> change : changed.descendingMap().entrySet()) {
            target.put((long) change.getKey() * blockSize, change.getValue().duplicate().clear());
        }
        changed.clear();
    }
}
