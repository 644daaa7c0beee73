package ring3.components.programs.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `$name` and `${name operator word}` (POSIX 2.6.2).
final class ParameterExpansion {
    /// The operators, longer ones first.
    static final List<String> OPERATORS =
            List.of(":-", ":=", ":?", ":+", "-", "=", "?", "+", "##", "%%", "#", "%");

    private final ExpansionHost host;
    private final Expander expander;

    ParameterExpansion(ExpansionHost host, Expander expander) {
        this.host = host;
        this.expander = expander;
    }

    void expand(Word.Parameter parameter, Fields fields, boolean splits) {
        String name = parameter.name();
        if (parameter.operator().isEmpty() && (name.equals("@") || name.equals("*"))) {
            arguments(name.equals("@"), parameter.quoted(), fields, splits);
            return;
        }
        String value = host.parameter(name);
        boolean unset = value == null || parameter.operator().startsWith(":") && value.isEmpty();
        boolean quoted = parameter.quoted();
        switch (parameter.operator()) {
            case ":-", "-", ":=", "=", ":?", "?" -> {
                if (unset) {
                    whenUnset(parameter, fields, splits);
                } else {
                    Expander.value(String.valueOf(value), quoted, fields, splits);
                }
            }
            case ":+", "+" -> {
                if (unset) {
                    Expander.value("", quoted, fields, splits);
                } else {
                    alternative(parameter, fields, splits);
                }
            }
            default -> Expander.value(computed(parameter, value), quoted, fields, splits);
        }
    }

    private String computed(Word.Parameter parameter, @Nullable String value) {
        if (value == null && host.refusesUnset()) {
            throw new ShellError(parameter.name() + ": parameter not set");
        }
        String text = value == null ? "" : value;
        return switch (parameter.operator()) {
            case "length" -> Integer.toString(text.length());
            case "%" -> withoutEnd(text, parameter.argument(), false);
            case "%%" -> withoutEnd(text, parameter.argument(), true);
            case "#" -> withoutStart(text, parameter.argument(), false);
            case "##" -> withoutStart(text, parameter.argument(), true);
            default -> text;
        };
    }

    private void whenUnset(Word.Parameter parameter, Fields fields, boolean splits) {
        switch (parameter.operator()) {
            case ":=", "=" -> {
                String value = expander.text(parameter.argument());
                host.assign(parameter.name(), value);
                Expander.value(value, parameter.quoted(), fields, splits);
            }
            case ":?", "?" -> {
                String message = expander.text(parameter.argument());
                String why = message.isEmpty() ? "parameter not set" : message;
                throw new ShellError(parameter.name() + ": " + why);
            }
            default -> alternative(parameter, fields, splits);
        }
    }

    /// Puts the argument in the place of the value: what in it is not quoted is split like a value.
    private void alternative(Word.Parameter parameter, Fields fields, boolean splits) {
        for (Word.Part part : parameter.argument().parts()) {
            if (part instanceof Word.Literal(String text, boolean quoted)) {
                Expander.value(text, quoted, fields, splits);
            } else {
                expander.expand(new Word(List.of(part)), fields, splits);
            }
        }
        if (parameter.quoted()) {
            fields.add("", true);
        }
    }

    private void arguments(boolean separately, boolean quoted, Fields fields, boolean splits) {
        List<String> arguments = host.arguments();
        if (!splits || quoted && !separately) {
            String separators = host.separators();
            String between =
                    separately ? " " : separators.isEmpty() ? "" : separators.substring(0, 1);
            fields.add(String.join(between, arguments), quoted);
            return;
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (i > 0) {
                fields.end();
            }
            Expander.value(arguments.get(i), quoted, fields, true);
        }
    }

    private String withoutEnd(String text, Word argument, boolean longest) {
        Pattern pattern = new Pattern(expander.pattern(argument));
        for (int i = 0; i <= text.length(); i++) {
            int cut = longest ? i : text.length() - i;
            if (pattern.matches(text.substring(cut))) {
                return text.substring(0, cut);
            }
        }
        return text;
    }

    private String withoutStart(String text, Word argument, boolean longest) {
        Pattern pattern = new Pattern(expander.pattern(argument));
        for (int i = 0; i <= text.length(); i++) {
            int cut = longest ? text.length() - i : i;
            if (pattern.matches(text.substring(0, cut))) {
                return text.substring(cut);
            }
        }
        return text;
    }
}
