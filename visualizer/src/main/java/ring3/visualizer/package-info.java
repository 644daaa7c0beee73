/// The visualizer of Ring3.
@NullMarked
package ring3.visualizer;

import org.jspecify.annotations.NullMarked;
