/// A process of the emulated machine for tests, without a kernel behind it.
@NullMarked
package ring3.components.testing;

import org.jspecify.annotations.NullMarked;
