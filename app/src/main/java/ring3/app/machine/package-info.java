/// Puts a machine together: computer, disks, boot image and components.
@NullMarked
package ring3.app.machine;

import org.jspecify.annotations.NullMarked;
