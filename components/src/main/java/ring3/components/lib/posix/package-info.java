/// What a program has where a C program has libc: files, processes, terminals and streams, each
/// call a message to the process manager, the virtual file system or the reincarnation server.
@NullMarked
package ring3.components.lib.posix;

import org.jspecify.annotations.NullMarked;
