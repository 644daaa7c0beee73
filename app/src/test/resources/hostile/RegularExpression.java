// A regular expression that blows up.
// expect: refused java.util.regex
import java.util.regex.Pattern;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class RegularExpression implements Program {
    @Override
    public void run(Syslib sys) {
        Pattern.compile("(a+)+b").matcher("a".repeat(60)).matches();
    }
}
