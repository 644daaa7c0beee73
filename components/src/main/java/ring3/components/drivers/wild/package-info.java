/// A driver with a bug, for lectures: what happens when it writes where it has nothing.
@NullMarked
package ring3.components.drivers.wild;

import org.jspecify.annotations.NullMarked;
