/// A machine with what was done to it so far, and the thread on which it runs for the lab.
@NullMarked
package ring3.app.session;

import org.jspecify.annotations.NullMarked;
