/// The line at the bottom of the window.
@NullMarked
package ring3.visualizer.status;

import org.jspecify.annotations.NullMarked;
