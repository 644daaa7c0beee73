/// The kernel of Ring3.
@NullMarked
package ring3.kernel;

import org.jspecify.annotations.NullMarked;
