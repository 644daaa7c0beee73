/// The rules of message passing written down twice: here, plainly, and in the kernel. The tests let
/// both live through the same random stories and compare them after every operation.
@NullMarked
package ring3.kernel.model;

import org.jspecify.annotations.NullMarked;
