/// The messages by which processes of the system talk: the counterpart of MINIX's
/// `include/minix/com.h` and `callnr.h`. One interface a protocol, one record a message.
@NullMarked
package ring3.components.protocol;

import org.jspecify.annotations.NullMarked;
