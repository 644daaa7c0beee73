/// What one process is, may and did.
@NullMarked
package ring3.visualizer.inspector;

import org.jspecify.annotations.NullMarked;
