/// The transport bar: run, pause, step, speed.
@NullMarked
package ring3.visualizer.transport;

import org.jspecify.annotations.NullMarked;
