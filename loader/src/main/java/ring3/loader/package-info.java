/// The loader: executables, the rules that a program must keep, and the rewriting of its classes.
@NullMarked
package ring3.loader;

import org.jspecify.annotations.NullMarked;
