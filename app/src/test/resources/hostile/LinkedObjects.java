// A chain of objects that grows for ever.
// expect: dies SIGKILL ENOMEM
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class LinkedObjects implements Program {
    private record Link(Link before) {}

    @Override
    public void run(Syslib sys) {
        Link last = null;
        while (true) {
            last = new Link(last);
        }
    }
}
