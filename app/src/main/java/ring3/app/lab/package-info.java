/// Opens the window of the lab on a session.
@NullMarked
package ring3.app.lab;

import org.jspecify.annotations.NullMarked;
