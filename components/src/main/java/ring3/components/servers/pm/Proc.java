package ring3.components.servers.pm;

import ring3.syslib.Endpoint;
import ring3.syslib.Signals;

/// What PM knows of one process (minix: servers/pm/mproc.h).
final class Proc {
    /// How much of the process there still is.
    enum State {
        RUNNING,
        /// Its end has begun; VFS still closes its files.
        EXITING,
        /// Only its status is left, for its parent.
        ZOMBIE
    }

    private static final int NOTHING = -1;

    final Endpoint endpoint;
    final int pid;

    /// A server or driver: its signals go to RS, and PM only keeps its pid.
    final boolean service;

    /// Who waits in fork for this process to be ready.
    Endpoint forker = Endpoint.NONE;

    int parent;
    int group;
    int session;

    /// How little it minds to wait for others, from -20 to 20.
    int nice;

    State state = State.RUNNING;

    /// What its parent will be told once it is a zombie.
    int waitStatus;

    /// Whether it waits in wait4, and for which pid argument.
    boolean waiting;

    int waitsFor;

    /// The signals that it ignores, one bit each.
    long ignored;

    boolean stopped;

    /// VFS works on it and must answer before anything else happens to it.
    boolean atVfs;

    /// The status with which it ends as soon as VFS has answered.
    private int postponedEnd = NOTHING;

    /// The name of its program, or of a service its label.
    String name;

    /// In exec: the name it will have.
    String execName = "";

    Proc(Endpoint endpoint, String name, int pid, int parent, boolean service) {
        this.endpoint = endpoint;
        this.name = name;
        this.pid = pid;
        this.parent = parent;
        this.service = service;
    }

    /// A child of this process, which it takes after.
    Proc child(Endpoint childEndpoint, int childPid) {
        Proc child = new Proc(childEndpoint, name, childPid, pid, false);
        child.forker = endpoint;
        child.group = group;
        child.session = session;
        child.nice = nice;
        child.ignored = ignored;
        return child;
    }

    boolean isUser() {
        return !service;
    }

    boolean ignores(int signal) {
        return (ignored & Signals.bit(signal)) != 0;
    }

    /// Whether it lives and its end is not decided either.
    boolean willLive() {
        return state == State.RUNNING && postponedEnd == NOTHING;
    }

    void postponeEnd(int status) {
        if (postponedEnd == NOTHING) {
            postponedEnd = status;
        }
    }

    /// The status of an end that was postponed, or a negative number.
    int postponedEnd() {
        return postponedEnd;
    }
}
