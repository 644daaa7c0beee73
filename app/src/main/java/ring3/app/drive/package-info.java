/// Disk images of the host, checked before a machine is built around them.
@NullMarked
package ring3.app.drive;

import org.jspecify.annotations.NullMarked;
