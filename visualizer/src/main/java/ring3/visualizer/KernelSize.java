package ring3.visualizer;

/// How large the kernel is, in lines of code without blank lines and comments.
///
/// @param lines how many it has
/// @param most how many it may have
public record KernelSize(int lines, int most) {
    /// The size that `kernel/count-lines` printed when the lab was built: `LINES of MOST`.
    public static KernelSize counted() {
        String[] words = Assets.text("kernel-lines.txt").strip().split(" of ", 2);
        return new KernelSize(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
    }
}
