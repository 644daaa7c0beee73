/// The terminal driver, tty: the console with screen and keyboard, and the serial lines (minix:
/// drivers/tty/tty).
@NullMarked
package ring3.components.drivers.tty;

import org.jspecify.annotations.NullMarked;
