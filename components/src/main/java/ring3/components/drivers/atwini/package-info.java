/// The disk driver, at_wini: ATA drives on the primary channel, programmed by ports (minix:
/// drivers/storage/at_wini).
@NullMarked
package ring3.components.drivers.atwini;

import org.jspecify.annotations.NullMarked;
