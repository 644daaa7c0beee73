/// The components of Ring3.
@NullMarked
package ring3.components;

import org.jspecify.annotations.NullMarked;
