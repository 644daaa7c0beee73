/// The table of kernel calls in words, for the terminal and for the README.
@NullMarked
package ring3.app.calls;

import org.jspecify.annotations.NullMarked;
