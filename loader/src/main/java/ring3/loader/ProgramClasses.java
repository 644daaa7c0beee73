package ring3.loader;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The classes of one program on the host. It sees its own classes and those that all programs
/// share; whatever else the host has does not exist for it.
final class ProgramClasses extends ClassLoader {
    private final Map<String, byte[]> metered;
    private final @Nullable Library library;

    static {
        registerAsParallelCapable();
    }

    /// @param metered the rewritten class files by their names, with dots
    /// @param library what the program shares with others; null for the library itself
    ProgramClasses(String name, Map<String, byte[]> metered, @Nullable Library library) {
        super(name, ProgramClasses.class.getClassLoader());
        this.metered = metered;
        this.library = library;
        // Whether assertions count must not depend on how the host was started.
        setDefaultAssertionStatus(true);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!metered.containsKey(name)) {
            return elsewhere(name);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    private Class<?> elsewhere(String name) throws ClassNotFoundException {
        if (library != null && Shared.isLibrary(name)) {
            return library.classes().loadClass(name);
        }
        if (Shared.isLibrary(name) || Shared.isOwn(name)) {
            throw new ClassNotFoundException(name);
        }
        return getParent().loadClass(name);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] file = metered.get(name);
        if (file == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, file, 0, file.length);
    }
}
