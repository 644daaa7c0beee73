package ring3.visualizer.house;

import org.jspecify.annotations.Nullable;
import ring3.hardware.LedPicture;

/// All that a box shows. Two equal states look alike, so a box changes only when this does.
///
/// @param label identifies it, and is a part of the node's id
/// @param layer what kind of box it is
/// @param floor the layer that it stands in: the kernel's for a process in kernel mode, else its
///   own
/// @param place its place on the floor, from 0
/// @param places how many places the floor has
/// @param title the large word
/// @param state the small line below it
/// @param brief the state in a word, for a box that has room for one line only
/// @param detail a smaller line still, for boxes that have room for it
/// @param badge a word in the corner: the generation; empty for none
/// @param cpuPercent how much of the processor it had of late, 0 to 100; -1 for no bar
/// @param lights what shines on it; null for a box without lights
/// @param spoken what a screen reader says
public record BoxState(
        String label,
        Layer layer,
        Layer floor,
        int place,
        int places,
        String title,
        String state,
        String brief,
        String detail,
        String badge,
        int cpuPercent,
        Look look,
        @Nullable LedPicture lights,
        String spoken) {
    /// How a box looks; each differs by line and hatching, not by colour alone.
    public enum Look {
        /// As its layer.
        NORMAL,
        /// It has the processor.
        RUNNING,
        /// It waits for somebody in particular.
        BLOCKED,
        /// It failed and will be gone: dashed and hatched.
        DYING,
        /// It is gone: faded and dashed.
        GONE,
        /// It has just come back: a strong green outline.
        REBORN
    }
}
