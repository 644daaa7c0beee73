/// A driver with a bug, for lectures: what happens when it touches a device that is not its own.
@NullMarked
package ring3.components.drivers.trespass;

import org.jspecify.annotations.NullMarked;
