/// The state of a machine at rest, as immutable records for the views.
@NullMarked
package ring3.events.snapshots;

import org.jspecify.annotations.NullMarked;
