/// The console of the emulated system in a terminal of the host.
@NullMarked
package ring3.app.shell;

import org.jspecify.annotations.NullMarked;
