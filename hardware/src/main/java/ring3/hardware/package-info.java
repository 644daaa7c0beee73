/// The hardware of Ring3.
@NullMarked
package ring3.hardware;

import org.jspecify.annotations.NullMarked;
