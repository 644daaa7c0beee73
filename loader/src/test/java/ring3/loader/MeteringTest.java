package ring3.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ring3.loader.SourceProgram.Outcome;

/// What is counted: instructions, stack and memory.
class MeteringTest {
    private static final int SMALL_HEAP = 1 << 20;

    @TempDir private Path folder = Path.of("");

    private SourceProgram program(String run, String members) throws IOException, Refusal {
        return new SourceProgram(folder, run, members);
    }

    private Outcome run(String run) throws IOException, Refusal {
        return program(run, "").run();
    }

    // ---- Instructions

    /// Each is the head of a loop of N turns.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "int s = 0; for (int i = 0; i < N; i++) { s += i; }",
                "int i = 0; do { i++; } while (i < N);",
                "int s = 0; for (int i = 0; i < N / 100; i++) { for (int j = 0; j < 100; j++) { s ^= j; } }",
                "int i = 0; while (true) { switch (i++ % 3) { case 0: continue; case 1: break;"
                        + " default: if (i > N) { return; } } }",
                "int i = 0; while (i < N) { try { i++; if (i % 100 == 0) { throw new"
                        + " IllegalStateException(); } } catch (IllegalStateException e) { i++; } }",
                "int[] sum = new int[1]; for (int i = 0; i < N; i++) { Runnable r = () -> sum[0]++;"
                        + " r.run(); }",
                "List<Integer> l = new ArrayList<>(); for (int i = 0; i < N / 10; i++) { l.add(i); }"
                        + " l.sort((a, b) -> b - a); for (int x : l) { x++; }",
                "long n = Arrays.stream(new int[N]).filter(x -> x == 0).count();",
                "\"x\".repeat(N).toUpperCase(Locale.ROOT);",
                "StringBuilder b = new StringBuilder(); for (int i = 0; i < N; i++) { b.append('x'); }"
            })
    void twiceTheTurnsCostTwiceAsMuch(String loop) throws IOException, Refusal {
        double once = run(loop.replace("N", "20_000")).instructions();
        double twice = run(loop.replace("N", "40_000")).instructions();

        assertTrue(once > 10_000, () -> "only " + once);
        assertEquals(2, twice / once, 0.1);
    }

    @Test
    void theSameProgramExecutesTheSameInstructions() throws IOException, Refusal {
        SourceProgram program =
                program(
                        "for (int i = 0; i < 3000; i++) { map.merge(i % 7, i, Integer::sum); }",
                        "private final Map<Integer, Integer> map = new HashMap<>();");
        long first = program.run().instructions();

        for (int i = 0; i < 20; i++) {
            assertEquals(first, program.run().instructions());
        }
    }

    @Test
    void moreInstructionsInATurnCostMore() throws IOException, Refusal {
        String turn = "s = s * 31 + i; ";
        String loop = "long s = 1; for (int i = 0; i < 10_000; i++) { %s }";
        long narrow = run(loop.replace("%s", turn)).instructions();
        long wide = run(loop.replace("%s", turn.repeat(20))).instructions();

        assertTrue(wide > 8 * narrow, () -> narrow + " and " + wide);
    }

    // ---- Hash codes

    @Test
    void whereTheHostKeepsAnObjectIsNotSeen() throws IOException, Refusal {
        String wait =
                "while (new Plain().hashCode() != new Plain().hashCode()"
                        + " || !new Plain().toString().equals(new Plain().toString())) {}";

        assertEquals("", program(wait, "private static class Plain {}").run().end());
    }

    // ---- Stack

    @Test
    void theStackOverflowsAtTheSameDepthHoweverOftenItWasRun() throws IOException, Refusal {
        SourceProgram program =
                program("deeper();", "private int deeper() { return deeper() + 1; }");
        Outcome first = program.run();

        assertEquals("stack overflow", first.end());
        for (int i = 0; i < 30; i++) {
            assertEquals(first, program.run());
        }
    }

    @Test
    void whatWasCaughtGivesTheStackBack() throws IOException, Refusal {
        SourceProgram program =
                program(
                        "for (int i = 0; i < 1000; i++) { try { deeper(1000); } catch"
                                + " (IllegalStateException e) { continue; } }",
                        "private void deeper(int n) { if (n == 0) { throw new"
                                + " IllegalStateException(); } deeper(n - 1); }");

        assertEquals("", program.run().end());
    }

    // ---- Memory

    @ParameterizedTest
    @ValueSource(
            strings = {
                "List<Object> l = new ArrayList<>(); while (true) { l.add(new Object()); }",
                "Object[] last = null; while (true) { last = new Object[] {last}; }",
                "String s = \"x\"; while (true) { s = s + s; }",
                "StringBuilder b = new StringBuilder(\"x\"); while (true) { b.append(b); }",
                "Map<String, String> m = new TreeMap<>(); for (int i = 0; ; i++) { m.put(\"k\" + i, \"v\"); }",
                "long[][] m = new long[1000][1000];",
                "String s = \"xy\".repeat(1 << 20);",
                "byte[] b = new byte[900_000]; byte[] c = b.clone(); byte[] d = c.clone();"
            })
    void whatDoesNotFitIsRefusedToItself(String bomb) throws IOException, Refusal {
        assertEquals("out of memory", program(bomb, "").run(Long.MAX_VALUE / 2, SMALL_HEAP).end());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int i = 0; i < 100_000; i++) { Object o = new Object[10]; }",
                "String s = \"\"; for (int i = 0; i < 20_000; i++) { s = \"number \" + i; }",
                "StringBuilder b = new StringBuilder(); for (int i = 0; i < 20_000; i++) {"
                        + " b.append(i); b.setLength(0); }",
                "Map<Integer, Integer> m = new HashMap<>(); for (int i = 0; i < 200_000; i++) {"
                        + " m.merge(i % 10, 1, Integer::sum); }",
                "String s = \"x\".repeat(1000); int n = 0; for (int i = 0; i < 20_000; i++) { if"
                        + " (s.contains(\"y\")) { n++; } }"
            })
    void garbageDoesNotFillTheMemory(String work) throws IOException, Refusal {
        assertEquals("", program(work, "").run(Long.MAX_VALUE / 2, SMALL_HEAP).end());
    }

    // ---- Order

    @Test
    void aHashMapKeepsTheOrderInWhichItWasFilled() throws IOException, Refusal {
        SourceProgram program =
                program(
                        "Map<String, Integer> m = new HashMap<>(); for (String s : List.of(\"z\", \"b\","
                                + " \"y\", \"a\")) { m.put(s, 1); } if (!String.join(\"\","
                                + " m.keySet()).equals(\"zbya\")) { while (true) {} }",
                        "");

        assertEquals("", program.run(1_000_000, SMALL_HEAP).end());
    }
}
