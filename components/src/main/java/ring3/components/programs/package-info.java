/// The programs of `/bin` and `/sbin`: init, the shell and the utilities.
@NullMarked
package ring3.components.programs;

import org.jspecify.annotations.NullMarked;
