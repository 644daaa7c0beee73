/// The process manager: fork, exec, exit, wait, signals, groups and sessions.
@NullMarked
package ring3.components.servers.pm;

import org.jspecify.annotations.NullMarked;
