// A channel between processes: an entry of a table of messages.
// expect: refused holds something that can change
import ring3.syslib.AsyncMessage;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class SharedTable implements Program {
    private static final AsyncMessage CHANNEL = new AsyncMessage();

    @Override
    public void run(Syslib sys) {
        CHANNEL.result++;
    }
}
