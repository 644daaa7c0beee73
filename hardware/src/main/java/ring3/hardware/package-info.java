/// One class per chip, each written from its data sheet, and the two things that join them: the
/// port bus and the virtual clock. Nothing here sees the host's time, threads, files or chance.
@NullMarked
package ring3.hardware;

import org.jspecify.annotations.NullMarked;
