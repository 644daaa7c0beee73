/// The command line: one class a command. None of them ends the JVM or touches JavaFX by itself.
@NullMarked
package ring3.app.command;

import org.jspecify.annotations.NullMarked;
