/// What a machine is started with: its boot image, the way to load programs, and what things cost.
@NullMarked
package ring3.kernel.boot;

import org.jspecify.annotations.NullMarked;
