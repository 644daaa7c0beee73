package ring3.components.programs.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpanderTest {
    private final Map<String, String> variables = new TreeMap<>(Map.of("IFS", " \t\n"));
    private final List<String> arguments = new ArrayList<>();
    private List<String> names = List.of(".", "..", ".dot", "a.c", "b.c", "b.h");
    private boolean refusesUnset;

    private final Expander expander =
            new Expander(
                    new ExpansionHost() {
                        @Override
                        public @Nullable String parameter(String name) {
                            return variables.get(name);
                        }

                        @Override
                        public void assign(String name, String value) {
                            variables.put(name, value);
                        }

                        @Override
                        public List<String> arguments() {
                            return arguments;
                        }

                        @Override
                        public String separators() {
                            return variables.getOrDefault("IFS", "");
                        }

                        @Override
                        public String output(Command body) {
                            return "first second";
                        }

                        @Override
                        public boolean refusesUnset() {
                            return refusesUnset;
                        }

                        @Override
                        public boolean expandsFileNames() {
                            return true;
                        }

                        @Override
                        public List<String> namesIn(String directory) {
                            return directory.equals(".") ? names : List.of();
                        }

                        @Override
                        public boolean exists(String path) {
                            return names.contains(path);
                        }
                    });

    private List<String> expand(String words) {
        Command command = Parser.of("command " + words, 0).next();
        if (!(command instanceof Command.Simple simple)) {
            throw new AssertionError(command);
        }
        List<String> all = expander.arguments(simple.words());
        return all.subList(1, all.size());
    }

    @Test
    void valueOutsideQuotesIsSplitAndInsideItIsNot() {
        variables.put("v", " a  b ");

        assertEquals(List.of("a", "b"), expand("$v"));
        assertEquals(List.of(" a  b "), expand("\"$v\""));
    }

    @Test
    void literalTextIsNeverSplit() {
        variables.put("IFS", ":");

        assertEquals(List.of("a:b"), expand("a:b"));
    }

    @Test
    void emptyValueVanishesUnlessQuoted() {
        variables.put("e", "");

        assertEquals(List.of(), expand("$e"));
        assertEquals(List.of(""), expand("\"$e\""));
    }

    @Test
    void quotedArgumentsStayOneFieldEach() {
        arguments.addAll(List.of("one two", "", "three"));

        assertEquals(List.of("one two", "", "three"), expand("\"$@\""));
        assertEquals(List.of("one two  three"), expand("\"$*\""));
        assertEquals(List.of("one", "two", "three"), expand("$@"));
    }

    @Test
    void noArgumentsMakeNoFieldEvenInQuotes() {
        assertEquals(List.of(), expand("\"$@\""));
    }

    @Test
    void patternBecomesTheSortedNamesThatMatch() {
        names = List.of("b.c", ".dot", "a.c", "b.h");

        assertEquals(List.of("a.c", "b.c"), expand("*.c"));
        assertEquals(List.of(".dot"), expand(".d*"));
    }

    @Test
    void quotedPatternAndOneWithoutMatchStay() {
        assertEquals(List.of("*.c"), expand("'*.c'"));
        assertEquals(List.of("*.q"), expand("*.q"));
    }

    @Test
    void defaultIsUsedOnlyWhenUnset() {
        variables.put("set", "value");

        assertEquals(List.of("value", "other"), expand("${set-other} ${unset-other}"));
        assertEquals(List.of("assigned"), expand("${new:=assigned}"));
        assertEquals("assigned", variables.get("new"));
    }

    @Test
    void unsetVariableIsRefusedOnlyOnRequest() {
        assertEquals(List.of(), expand("$unset"));
        refusesUnset = true;

        assertThrows(ShellError.class, () -> expand("$unset"));
    }

    @Test
    void arithmeticFollowsThePrecedenceOfC() {
        variables.put("x", "7");

        assertEquals(
                List.of("27", "1", "-4"), expand("$((x + 4 * 5)) $((x > 6 && 1)) $((-(x - 3)))"));
    }

    @Test
    void divisionByZeroIsAnError() {
        assertThrows(ShellError.class, () -> expand("$((1 % 0))"));
    }

    @Test
    void outputOfACommandIsSplit() {
        assertEquals(List.of("first", "second"), expand("$(anything)"));
        assertEquals(List.of("first second"), expand("\"`anything`\""));
    }
}
