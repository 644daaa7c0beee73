/// The LED panel's lights, small in the house and large in the inspector.
@NullMarked
package ring3.visualizer.led;

import org.jspecify.annotations.NullMarked;
