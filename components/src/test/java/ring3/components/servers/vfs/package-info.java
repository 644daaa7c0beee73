/// The virtual file system, seen by the processes around it.
@NullMarked
package ring3.components.servers.vfs;

import org.jspecify.annotations.NullMarked;
