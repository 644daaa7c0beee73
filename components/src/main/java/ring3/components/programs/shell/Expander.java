package ring3.components.programs.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns words into what a command gets (POSIX 2.6): parameters, commands and arithmetic are
/// replaced, the results split into fields, patterns replaced by file names, quotes removed.
public final class Expander {
    private final ExpansionHost host;
    private final ParameterExpansion parameters;
    private final FileNames fileNames;

    /// An expander for the shell `host`.
    public Expander(ExpansionHost host) {
        this.host = host;
        this.parameters = new ParameterExpansion(host, this);
        this.fileNames = new FileNames(host);
    }

    /// The arguments that these words become.
    public List<String> arguments(List<Word> words) {
        List<String> arguments = new ArrayList<>();
        for (Word word : words) {
            Fields fields = new Fields(host.separators());
            expand(word, fields, true);
            for (Fields.Field field : fields.finish()) {
                arguments.addAll(fileNames.matching(field));
            }
        }
        return arguments;
    }

    /// The one text that a word becomes where there is no splitting: the value of an assignment,
    /// the target of a redirection.
    public String text(Word word) {
        return whole(word).text();
    }

    /// The word as a pattern.
    String pattern(Word word) {
        return whole(word).pattern();
    }

    private Fields.Field whole(Word word) {
        Fields fields = new Fields("");
        fields.add("", true);
        expand(word, fields, false);
        List<Fields.Field> all = fields.finish();
        return all.getFirst();
    }

    /// Expands a word into the current field and, with `splits`, further ones.
    void expand(Word word, Fields fields, boolean splits) {
        boolean first = true;
        for (Word.Part part : word.parts()) {
            switch (part) {
                case Word.Literal(String text, boolean quoted) ->
                        fields.add(first && !quoted ? withHome(text) : text, quoted);
                case Word.Parameter parameter -> parameters.expand(parameter, fields, splits);
                case Word.Substitution(Command body, boolean quoted) ->
                        value(body == null ? "" : host.output(body), quoted, fields, splits);
                case Word.Arithmetic(Word expression, boolean quoted) -> {
                    long result = new Arithmetic(host, text(expression)).value();
                    value(Long.toString(result), quoted, fields, splits);
                }
            }
            first = false;
        }
    }

    /// Adds the result of an expansion.
    static void value(String value, boolean quoted, Fields fields, boolean splits) {
        if (quoted || !splits) {
            fields.add(value, quoted);
        } else {
            fields.split(value);
        }
    }

    private String withHome(String text) {
        boolean tilde = text.equals("~") || text.startsWith("~/");
        @Nullable String home = tilde ? host.parameter("HOME") : null;
        return home == null ? text : home + text.substring(1);
    }
}
