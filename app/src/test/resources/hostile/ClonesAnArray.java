// An array that is cloned again and again.
// expect: dies SIGKILL ENOMEM
import java.util.ArrayList;
import java.util.List;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class ClonesAnArray implements Program {
    @Override
    public void run(Syslib sys) {
        List<long[]> all = new ArrayList<>();
        long[] block = new long[1 << 19];
        while (true) {
            all.add(block.clone());
        }
    }
}
