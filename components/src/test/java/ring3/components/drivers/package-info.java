/// What the tests of all drivers share.
@NullMarked
package ring3.components.drivers;

import org.jspecify.annotations.NullMarked;
