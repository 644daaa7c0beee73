// The same by a method reference, where no call is to be seen.
// expect: dies SIGKILL ENOMEM
import java.util.function.BiFunction;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class RepeatsByReference implements Program {
    @Override
    public void run(Syslib sys) {
        BiFunction<String, Integer, String> repeat = String::repeat;
        sys.allocate(repeat.apply("x", 1 << 30).length());
    }
}
