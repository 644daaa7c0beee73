/// Programs with bugs. They live outside the packages of the kernel, whose lines it does not show.
@NullMarked
package ring3.samples;

import org.jspecify.annotations.NullMarked;
