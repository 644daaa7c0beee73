// A number with thousands of millions of digits.
// expect: refused java.math.BigInteger
import java.math.BigInteger;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class HugeNumber implements Program {
    @Override
    public void run(Syslib sys) {
        sys.allocate(BigInteger.TWO.pow(Integer.MAX_VALUE).bitCount());
    }
}
