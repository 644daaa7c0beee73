/// Components that students write: makes their folders, compiles and links them, puts them on the
/// disk of a machine, and runs their tests.
@NullMarked
package ring3.app.student;

import org.jspecify.annotations.NullMarked;
