package ring3.loader;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import ring3.syslib.Program;

/// Loads programs: the same bytes give the same text, which is checked, rewritten and kept.
public final class ProgramLoader {
    /// How many texts are kept; the one that was not used for longest goes first.
    private static final int TEXTS_MAX = 128;

    private final Library library;
    private final TextCache cache;
    private final Map<Image, Text> texts = new LinkedHashMap<>(16, 0.75f, true);

    /// A loader of programs that share `library`.
    public ProgramLoader(Library library) {
        this(library, TextCache.EMPTY);
    }

    /// A loader that need not check and rewrite what is in `cache`.
    ProgramLoader(Library library, TextCache cache) {
        this.library = library;
        this.cache = cache;
    }

    /// A loader with the same library and the same cache that has loaded nothing yet.
    public ProgramLoader another() {
        return new ProgramLoader(library, cache);
    }

    /// The text of the executable with these bytes.
    ///
    /// @throws Refusal when they are no executable, or the program breaks a rule
    public synchronized Text load(byte[] executable) throws Refusal {
        Image image = new Image(executable);
        Text known = texts.get(image);
        if (known != null) {
            return known;
        }
        Metered metered = cache.find(image);
        Text text = metered == null ? load(ExecutableFile.read(executable)) : define(metered, true);
        texts.put(new Image(executable.clone()), text);
        if (texts.size() > TEXTS_MAX) {
            Iterator<Image> oldest = texts.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        return text;
    }

    /// Loads a program whatever was loaded before.
    ///
    /// @throws Refusal when the program breaks a rule
    public Text load(ExecutableFile file) throws Refusal {
        return define(meter(file), false);
    }

    /// Checks and rewrites a program.
    Metered meter(ExecutableFile file) throws Refusal {
        return Metered.of(file, library.hierarchy());
    }

    Library library() {
        return library;
    }

    private Text define(Metered metered, boolean checked) throws Refusal {
        ProgramClasses classes = new ProgramClasses(metered.name(), metered.classes(), library);
        MethodHandle constructor = constructor(metered.main(), classes);
        StaticState.begin(metered, classes);
        if (!checked) {
            StaticState.check(metered, classes);
        }
        return new Text(metered.name(), metered.kind(), metered.forks(), constructor);
    }

    private static MethodHandle constructor(String main, ProgramClasses classes) throws Refusal {
        try {
            Class<?> type = Class.forName(main, false, classes);
            if (!Program.class.isAssignableFrom(type)) {
                throw new Refusal(
                        main, "the main class does not implement " + Program.class.getName());
            }
            ProgramLoader.class.getModule().addReads(classes.getUnnamedModule());
            MethodHandles.Lookup inside =
                    MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            return inside.findConstructor(type, MethodType.methodType(void.class))
                    .asType(MethodType.methodType(Program.class));
        } catch (IllegalAccessException closed) {
            Throwable cause = closed.getCause();
            throw new Refusal(
                    main,
                    cause == null
                            ? "its constructor cannot be called"
                            : "the class does not fit: " + cause.getMessage());
        } catch (NoSuchMethodException missing) {
            throw new Refusal(main, "the main class cannot be made without parameters");
        } catch (ClassNotFoundException | LinkageError broken) {
            throw new Refusal(main, "the class does not fit: " + broken.getMessage());
        }
    }
}
