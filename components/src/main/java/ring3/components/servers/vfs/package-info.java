/// The virtual file system: open files, paths and pipes of all processes, and the way to the file
/// servers and drivers behind them (minix: servers/vfs).
///
/// It never waits for anybody. Where MINIX gives each request a thread, a request here is a [Call]
/// that goes on in small steps, one for each answer that comes in.
@NullMarked
package ring3.components.servers.vfs;

import org.jspecify.annotations.NullMarked;
