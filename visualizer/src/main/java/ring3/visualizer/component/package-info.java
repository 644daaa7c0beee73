/// The sheet on which a component of one's own is put on the machine and replaced.
@NullMarked
package ring3.visualizer.component;

import org.jspecify.annotations.NullMarked;
