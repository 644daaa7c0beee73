// Texts that differ only at the end, sorted again and again.
// expect: runs on
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class ComparesLongStrings implements Program {
    @Override
    public void run(Syslib sys) {
        String common = "x".repeat(100_000);
        List<String> list = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            list.add(common + (i * 7 % 20));
        }
        while (true) {
            new ArrayList<>(list).sort(Comparator.naturalOrder());
        }
    }
}
