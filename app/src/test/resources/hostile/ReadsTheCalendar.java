// The date of the host.
// expect: refused java.time
import java.time.LocalDate;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

public final class ReadsTheCalendar implements Program {
    @Override
    public void run(Syslib sys) {
        sys.allocate(LocalDate.now().getYear());
    }
}
