/// What a process sees of the kernel: endpoints, messages, error numbers, traps and kernel calls.
/// User-mode code imports this package and nothing else of the kernel.
@NullMarked
package ring3.syslib;

import org.jspecify.annotations.NullMarked;
