package ring3.syslib;

/// What crosses from one process to another: a record of numbers, endpoints and grant ids, at most
/// 56 bytes of them (minix: include/minix/ipc.h). Nothing else may be in one, so no process ever
/// holds an object of another; bulk data crosses by grants.
public interface Message {
    /// Bytes that the fields of a message may take together.
    int PAYLOAD_BYTES = 56;

    /// The request number, or in a reply the result: zero or more, or a negative error number.
    int type();

    /// Whether it answers a request, for those who watch: nobody who receives one asks.
    default boolean isAnswer() {
        return false;
    }

    /// The name that people read: `BdevRead` is `BDEV_READ`.
    default String typeName() {
        return MessageLabels.of(getClass());
    }
}
