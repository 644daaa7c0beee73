/// A PM and a VFS for tests of programs: each process is a thread, files are in memory. Small and
/// strict; the real servers are tested elsewhere.
@NullMarked
package ring3.components.programs.fake;

import org.jspecify.annotations.NullMarked;
