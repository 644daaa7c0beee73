package ring3.events.snapshots;

/// Where in its program text a process is.
///
/// @param className the class, with its package
/// @param method the method
/// @param file the file's name without its folder
/// @param line the line, from 1; 0 when it is not known
public record SourceLine(String className, String method, String file, int line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
