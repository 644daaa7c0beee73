/// Programs that are measured twice: loaded and counted, as every program of the machine, and made
/// in the host's own way, uncounted.
@NullMarked
package ring3.bench.programs;

import org.jspecify.annotations.NullMarked;
