package ring3.components.programs.shell;

import java.util.ArrayList;
import java.util.List;
import ring3.components.lib.Words;

/// Replaces patterns by the names of the files that match, in the order of their bytes (POSIX
/// 2.6.6).
final class FileNames {
    private final ExpansionHost host;

    FileNames(ExpansionHost host) {
        this.host = host;
    }

    /// The paths that match; the text itself when there are none or nothing in it is special.
    List<String> matching(Fields.Field field) {
        if (Pattern.isPlain(field.pattern()) || !host.expandsFileNames()) {
            return List.of(field.text());
        }
        List<String> paths = List.of("");
        List<String> components = Words.split(field.pattern(), '/');
        for (int i = 0; i < components.size(); i++) {
            paths = extended(paths, components.get(i), i == components.size() - 1);
        }
        return paths.isEmpty() ? List.of(field.text()) : paths;
    }

    private List<String> extended(List<String> paths, String component, boolean last) {
        List<String> longer = new ArrayList<>();
        String slash = last ? "" : "/";
        for (String path : paths) {
            if (Pattern.isPlain(component)) {
                if (host.exists(path + component + slash)) {
                    longer.add(path + component + slash);
                }
                continue;
            }
            for (String name : namesMatching(path.isEmpty() ? "." : path, component)) {
                if (last || host.exists(path + name + "/.")) {
                    longer.add(path + name + slash);
                }
            }
        }
        return longer;
    }

    /// A pattern finds a name with a dot in front only if the dot is written.
    private List<String> namesMatching(String directory, String component) {
        Pattern pattern = new Pattern(component);
        boolean hidden = component.startsWith(".") || component.startsWith("\\.");
        return host.namesIn(directory).stream()
                .filter(name -> (hidden || !name.startsWith(".")) && pattern.matches(name))
                .sorted()
                .toList();
    }
}
