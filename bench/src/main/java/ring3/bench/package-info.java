/// The benchmarks behind `ring3 bench`: a real kernel, small machines, and the peers it is compared
/// with. They run on the class path of a JVM of their own, so the lab carries none of this.
@NullMarked
package ring3.bench;

import org.jspecify.annotations.NullMarked;
