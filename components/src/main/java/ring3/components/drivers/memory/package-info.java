/// The memory driver: a RAM disk and the devices that are nothing but memory (minix:
/// drivers/storage/memory).
@NullMarked
package ring3.components.drivers.memory;

import org.jspecify.annotations.NullMarked;
