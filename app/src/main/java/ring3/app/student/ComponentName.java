package ring3.app.student;

import java.util.Locale;
import ring3.app.BadInput;
import ring3.components.Catalog;
import ring3.loader.ExecutableFile;

/// The name of a student's component: of its folder, its executable, its label and its device.
///
/// @param text a small letter and then small letters, digits and `_`; at most 15 characters
public record ComponentName(String text) {
    private static final String FORM = "[a-z][a-z0-9_]*";

    /// The name that somebody chose.
    ///
    /// @throws BadInput when it is none
    public static ComponentName parse(String text) {
        if (!text.matches(FORM)) {
            throw bad(text, "a name is a small letter, and then small letters, digits and _");
        }
        if (text.length() > ExecutableFile.NAME_MAX) {
            throw bad(text, "a name has at most " + ExecutableFile.NAME_MAX + " characters");
        }
        if (Catalog.find(text) != null) {
            throw bad(text, "the system has a component of this name already");
        }
        ComponentName name = new ComponentName(text);
        if (name.isOfJava()) {
            throw bad(text, "Java has a class " + name.className() + " of its own");
        }
        return name;
    }

    private static BadInput bad(String text, String cause) {
        return new BadInput("'%s': %s".formatted(text, cause));
    }

    private boolean isOfJava() {
        try {
            Class.forName("java.lang." + className(), false, null);
            return true;
        } catch (ClassNotFoundException free) {
            return false;
        }
    }

    /// The name of its main class: `led` makes `Led`, `led_panel` makes `LedPanel`.
    public String className() {
        StringBuilder name = new StringBuilder();
        for (String word : text.split("_", -1)) {
            if (!word.isEmpty()) {
                name.append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(word, 1, word.length());
            }
        }
        return name.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
