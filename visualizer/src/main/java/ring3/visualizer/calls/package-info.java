/// The table of kernel calls.
@NullMarked
package ring3.visualizer.calls;

import org.jspecify.annotations.NullMarked;
