package ring3.app.student;

import java.util.List;
import java.util.stream.Collectors;

/// A component cannot be built: the reasons, at least one.
public final class Mistakes extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Mistake> all;

    Mistakes(List<Mistake> all) {
        super(all.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
        this.all = List.copyOf(all);
    }

    /// All of them, in the order in which they were found.
    public List<Mistake> all() {
        return all;
    }
}
