/// The mechanisms of the kernel: processes, messages, scheduling, interrupts, clock, memory. Not
/// exported: outside the kernel nobody sees them.
@NullMarked
package ring3.kernel.core;

import org.jspecify.annotations.NullMarked;
