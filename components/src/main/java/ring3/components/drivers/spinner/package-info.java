/// A driver with a bug, for lectures: what happens when it never comes back from its device.
@NullMarked
package ring3.components.drivers.spinner;

import org.jspecify.annotations.NullMarked;
