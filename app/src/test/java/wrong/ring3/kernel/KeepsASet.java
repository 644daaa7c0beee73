package wrong.ring3.kernel;

import java.util.Set;

final class KeepsASet {
    static final Set<String> NAMES = Set.of("pm", "vfs");

    private KeepsASet() {}
}
