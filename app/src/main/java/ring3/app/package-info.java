/// The app of Ring3.
@NullMarked
package ring3.app;

import org.jspecify.annotations.NullMarked;
