// A loop whose only way back is a case of a switch.
// expect: runs on
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LoopBySwitch implements Program {
    @Override
    public void run(Syslib sys) {
        int state = 0;
        loop:
        while (true) {
            switch (state) {
                case 0, 2, 7:
                    state = 3;
                    continue loop;
                case 3:
                    state = 7;
                    continue loop;
                default:
                    return;
            }
        }
    }
}
