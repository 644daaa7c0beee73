package ring3.app.student;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ring3.app.FileTrouble;

/// The test of a component: what is typed at a machine, and what it must answer. A line `$ COMMAND`
/// is typed; the lines up to the next one are the answer. Lines before the first command are
/// comments.
public final class Transcript {
    private static final String PROMPT = "$ ";

    /// What begins the answer to command number `i` in the output of the script.
    private static final String MARK = "--- ring3 ";

    /// A command with its answer.
    ///
    /// @param line where it is, from 1
    record Exchange(String command, int line, List<String> answer) {}

    private final Path file;
    private final List<Exchange> exchanges;

    private Transcript(Path file, List<Exchange> exchanges) {
        this.file = file;
        this.exchanges = exchanges;
    }

    /// The test in a file.
    ///
    /// @throws ring3.app.BadInput when it cannot be read
    public static Transcript read(Path file) {
        try {
            return new Transcript(file, exchanges(Files.readAllLines(file)));
        } catch (IOException problem) {
            throw FileTrouble.with(file, problem);
        }
    }

    private static List<Exchange> exchanges(List<String> lines) {
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(PROMPT)) {
                String command = line.substring(PROMPT.length());
                exchanges.add(new Exchange(command, i + 1, new ArrayList<>()));
            } else if (!exchanges.isEmpty()) {
                exchanges.getLast().answer().add(line);
            }
        }
        return exchanges;
    }

    Path file() {
        return file;
    }

    /// A shell script that types all commands and marks where each answer begins.
    String script() {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < exchanges.size(); i++) {
            script.append("echo '").append(MARK).append(i).append("'\n");
            script.append("{ ").append(exchanges.get(i).command()).append("\n} 2>&1\n");
        }
        return script.toString();
    }

    /// What is wrong with the output of the script, in the order of the test.
    List<Mistake> compare(String output) {
        List<Mistake> mistakes = new ArrayList<>();
        List<String> lines = output.lines().toList();
        for (int i = 0; i < exchanges.size(); i++) {
            int begin = lines.indexOf(MARK + i);
            if (begin < 0) {
                mistakes.add(mistake(exchanges.get(i).line(), "the machine did not get here"));
                return mistakes;
            }
            int end = lines.indexOf(MARK + (i + 1));
            List<String> answer = lines.subList(begin + 1, end < 0 ? lines.size() : end);
            compare(exchanges.get(i), answer, mistakes);
        }
        return mistakes;
    }

    private void compare(Exchange exchange, List<String> answer, List<Mistake> mistakes) {
        List<String> wanted = exchange.answer();
        for (int i = 0; i < Math.max(wanted.size(), answer.size()); i++) {
            String should = i < wanted.size() ? quoted(wanted.get(i)) : "nothing more";
            String is = i < answer.size() ? quoted(answer.get(i)) : "nothing more";
            if (!should.equals(is)) {
                int line = exchange.line() + 1 + Math.min(i, wanted.size());
                mistakes.add(mistake(line, "expected " + should + ", and got " + is));
                return;
            }
        }
    }

    private static String quoted(String line) {
        return "'" + line + "'";
    }

    private Mistake mistake(int line, String cause) {
        return Mistake.at(file, line, cause);
    }
}
