/// MINIX V3 disk images, made and read on the host. The emulated system has its own code for the
/// same format, written apart from this: what one of them writes and the other reads is a test.
@NullMarked
package ring3.app.disk;

import org.jspecify.annotations.NullMarked;
