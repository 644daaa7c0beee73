/// The kernel calls, one small class each, and the table that dispatches them.
@NullMarked
package ring3.kernel.sys;

import org.jspecify.annotations.NullMarked;
