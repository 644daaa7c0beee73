/// The benchmarks measure what they say they measure.
@NullMarked
package ring3.bench;

import org.jspecify.annotations.NullMarked;
