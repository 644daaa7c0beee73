/// A small machine whose processes are lambdas, for tests of the kernel by its public face.
@NullMarked
package ring3.kernel.testing;

import org.jspecify.annotations.NullMarked;
