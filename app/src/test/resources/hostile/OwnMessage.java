// A message of its own, whose code would run in the kernel and in others.
// expect: refused ring3.syslib.Message
import ring3.syslib.Message;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class OwnMessage implements Program {
    private record Evil() implements Message {
        @Override
        public int type() {
            while (true) {}
        }
    }

    @Override
    public void run(Syslib sys) {
        sys.send(sys.self(), new Evil());
    }
}
