/// The microkernel as a whole: a machine that can be started, run, looked at and disturbed.
@NullMarked
package ring3.kernel;

import org.jspecify.annotations.NullMarked;
