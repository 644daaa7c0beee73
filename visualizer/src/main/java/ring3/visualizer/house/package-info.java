/// The house: five layers, a box for each process, messages on their way.
@NullMarked
package ring3.visualizer.house;

import org.jspecify.annotations.NullMarked;
