/// The screen and keyboard of the emulated machine.
@NullMarked
package ring3.visualizer.console;

import org.jspecify.annotations.NullMarked;
