/// The scheduling policy. The kernel has the queues, this server decides who is in which.
@NullMarked
package ring3.components.servers.sched;

import org.jspecify.annotations.NullMarked;
