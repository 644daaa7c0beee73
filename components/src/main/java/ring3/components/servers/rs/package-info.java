/// The reincarnation server: starts all services, watches them, and replaces those that fail.
@NullMarked
package ring3.components.servers.rs;

import org.jspecify.annotations.NullMarked;
