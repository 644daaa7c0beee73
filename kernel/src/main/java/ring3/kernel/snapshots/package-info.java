/// The state of a machine at rest, as immutable records for the views.
@NullMarked
package ring3.kernel.snapshots;

import org.jspecify.annotations.NullMarked;
