/// The parts of the shell: text becomes tokens, tokens become commands, words are expanded,
/// commands are run. It follows the shell language of POSIX, chapter 2.
@NullMarked
package ring3.components.programs.shell;

import org.jspecify.annotations.NullMarked;
