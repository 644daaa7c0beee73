/// A driver with a bug, for lectures: what happens to one that falls silent.
@NullMarked
package ring3.components.drivers.mute;

import org.jspecify.annotations.NullMarked;
