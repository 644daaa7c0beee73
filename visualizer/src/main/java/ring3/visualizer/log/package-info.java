/// The events as a table.
@NullMarked
package ring3.visualizer.log;

import org.jspecify.annotations.NullMarked;
