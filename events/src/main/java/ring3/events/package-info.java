/// What an observer can learn from the kernel: one immutable record for each thing that happens.
@NullMarked
package ring3.events;

import org.jspecify.annotations.NullMarked;
