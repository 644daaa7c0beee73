package ring3.app.student;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ring3.app.Installation;
import ring3.app.machine.MachineSpec;
import ring3.app.session.Script;
import ring3.app.session.Session;
import ring3.hardware.CostModel;
import ring3.hardware.LedPicture;

/// Reads the LED panel of a machine with the eyes of somebody who knows the letters of a driver.
final class PanelReader {
    private static final int CELL = 6;
    private static final int DIGITS = 10;
    private static final long LIMIT_NANOS = 20_000_000_000L;
    private static final long LAST_LOOK_NANOS = 40_000_000;

    private final List<String> letters = new ArrayList<>();

    /// @param source the program text of the driver, with its letters in hexadecimal
    PanelReader(String source) {
        Matcher found = Pattern.compile("\"([0-9A-F]{10})\"").matcher(source);
        while (found.find()) {
            letters.add(found.group(1));
        }
    }

    /// What the panel shows when `command` has ended; a place that holds no letter reads as `?`.
    String read(Component driver, String command) {
        var disk = new DiskWithComponents(Installation.home());
        disk.add(driver);
        List<String> environment =
                List.of("console=/dev/tty00", "command=" + command + "; sleep 1");
        var spec = new MachineSpec(disk.image(), null, environment, CostModel.DEFAULT, true);
        var session = new Session(spec, Script.NONE, _ -> false);
        while (!session.kernel().isStopped() && session.nanos() < LIMIT_NANOS) {
            session.run(session.nanos() + LAST_LOOK_NANOS);
        }
        return text(session.machine().computer().ledPanel().picture());
    }

    private String text(LedPicture picture) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column + CELL <= LedPicture.COLUMNS; column += CELL) {
            StringBuilder cell = new StringBuilder();
            for (int i = 0; i < CELL - 1; i++) {
                cell.append(String.format("%02X", lights(picture, column + i)));
            }
            text.append(letter(cell.toString()));
        }
        return text.toString().stripTrailing();
    }

    private char letter(String cell) {
        if (cell.equals("0".repeat(DIGITS))) {
            return ' ';
        }
        int at = letters.indexOf(cell);
        return at < 0 ? '?' : (char) ('a' + at);
    }

    private static int lights(LedPicture picture, int column) {
        int lights = 0;
        for (int row = 0; row < LedPicture.ROWS; row++) {
            lights |= picture.isLit(column, row) ? 1 << row : 0;
        }
        return lights;
    }
}
