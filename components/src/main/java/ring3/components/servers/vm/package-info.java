/// The virtual memory server: owns physical memory and decides what lies behind each page.
@NullMarked
package ring3.components.servers.vm;

import org.jspecify.annotations.NullMarked;
