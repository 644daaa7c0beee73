package ring3.hardware;

/// The bytes that wait inside a chip, first in, first out.
final class ByteQueue {
    private final int[] bytes;
    private int first;
    private int size;

    ByteQueue(int capacity) {
        bytes = new int[capacity];
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    void add(int value) {
        assert size < bytes.length : "whoever fills a queue looks first";
        bytes[(first + size) % bytes.length] = value;
        size++;
    }

    int remove() {
        assert size > 0 : "whoever drains a queue looks first";
        int value = bytes[first];
        first = (first + 1) % bytes.length;
        size--;
        return value;
    }

    void clear() {
        size = 0;
    }
}
