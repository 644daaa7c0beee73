package ring3.app.student;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A piece of program text that a reader types into his file: methods in the place of those of the
/// same name or at the end of the class, fields at the end of the class, imports below the others.
final class Listing {
    private static final Pattern METHOD = Pattern.compile("(?m)^    [a-z][^;=({}]* (\\w+)\\(");

    private Listing() {}

    /// `source` with the listing typed in.
    static String typedInto(String source, String listing) {
        String result = source;
        for (String part : parts(listing)) {
            result = typedPart(result, part);
        }
        return result;
    }

    /// What is between blank lines that are not inside of a method.
    private static List<String> parts(String listing) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String line : listing.split("\n", -1)) {
            if (line.isEmpty() && isComplete(part)) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(line).append('\n');
            }
        }
        if (!part.toString().isBlank()) {
            parts.add(part.toString());
        }
        return parts;
    }

    private static boolean isComplete(CharSequence part) {
        return part.chars().filter(c -> c == '{').count()
                == part.chars().filter(c -> c == '}').count();
    }

    private static String typedPart(String source, String part) {
        if (part.startsWith("import ")) {
            int end = source.lastIndexOf("\nimport ") + 1;
            return source.substring(0, end) + part + source.substring(end);
        }
        if (part.startsWith("public final class ")) {
            return source.replaceFirst(
                    "(?m)^public final class .*\n", Matcher.quoteReplacement(part));
        }
        Matcher method = METHOD.matcher(part);
        String old = method.find() ? methodOf(source, method.group(1)) : "";
        return old.isEmpty()
                ? source.substring(0, source.lastIndexOf('}')) + "\n" + part + "}\n"
                : source.replace(old, part);
    }

    /// A method with its comment and annotations; empty when there is none of that name.
    private static String methodOf(String source, String name) {
        Matcher found =
                Pattern.compile(
                                "(?m)(^    ///.*\n)*(^    @.*\n)*^    [a-z][^;=({}]* "
                                        + name
                                        + "\\(.*\\{\n(^        .*\n|^\n)*^    }\n")
                        .matcher(source);
        return found.find() ? found.group() : "";
    }
}
