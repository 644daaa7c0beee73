/// Nonsense from processes without power: what it must not do to the kernel and to others.
@NullMarked
package ring3.kernel.fuzz;

import org.jspecify.annotations.NullMarked;
