/// `ring3 bench`: starts the benchmarks in a JVM of their own and shows what they found.
@NullMarked
package ring3.app.bench;

import org.jspecify.annotations.NullMarked;
