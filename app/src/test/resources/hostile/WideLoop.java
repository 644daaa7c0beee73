// A loop of many instructions in each turn.
// expect: runs on
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class WideLoop implements Program {
    @Override
    public void run(Syslib sys) {
        long a = 1;
        long b = 2;
        while (true) {
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
            a = a * 31 + b;
            b = b * 17 ^ a >>> 3;
        }
    }
}
