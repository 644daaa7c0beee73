package ring3.kernel.testing;

import ring3.syslib.Endpoint;
import ring3.syslib.Program;
import ring3.syslib.Syslib;

/// A process of the boot image of a [TestMachine]: what it runs and how rs shall set it up.
public final class Member {
    static final int PRIORITY = 7;
    static final int QUANTUM_MILLIS = 200;

    final String name;
    final int slot;
    final boolean user;
    Rights rights = Rights.ALL;
    Program program = Member::park;
    int priority = PRIORITY;
    int quantumMillis = QUANTUM_MILLIS;
    boolean forks;
    boolean scheduled = true;
    boolean allowed = true;

    Member(String name, int slot, boolean user) {
        this.name = name;
        this.slot = slot;
        this.user = user;
    }

    /// Its endpoint, known before it exists.
    public Endpoint endpoint() {
        return Endpoint.of(slot, 0);
    }

    /// What it does. Behind the last instruction it waits for ever.
    public Member runs(Program body) {
        program =
                sys -> {
                    body.run(sys);
                    park(sys);
                };
        return this;
    }

    /// What it does, and nothing behind it: to return is to abort.
    public Member runsOnly(Program body) {
        program = body;
        return this;
    }

    /// Tells what rs shall give it.
    public Member rights(Rights given) {
        rights = given;
        return this;
    }

    /// What rs gives it.
    public Rights rights() {
        return rights;
    }

    /// Its queue and quantum when the kernel schedules it.
    public Member scheduled(int queue, int millis) {
        priority = queue;
        quantumMillis = millis;
        return this;
    }

    /// Nobody schedules it before some process of the test does.
    public Member unscheduled() {
        scheduled = false;
        return this;
    }

    /// It gets neither privileges nor the right to run.
    public Member notAllowed() {
        allowed = false;
        return this;
    }

    /// Its program may call fork.
    public Member forks() {
        forks = true;
        return this;
    }

    /// Waits for a message that never comes: a service from the idle task, a user from rs.
    private static void park(Syslib sys) {
        sys.receive(Endpoint.IDLE);
        sys.sendrec(Endpoint.RS, new Ping(0));
    }
}
