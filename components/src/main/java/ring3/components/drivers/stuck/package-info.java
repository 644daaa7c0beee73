/// A driver that fails on purpose: it hangs without ever asking the kernel for anything.
@NullMarked
package ring3.components.drivers.stuck;

import org.jspecify.annotations.NullMarked;
