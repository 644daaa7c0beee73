package ring3.components.servers.vfs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Result;

/// Work that has begun for a process and ends with exactly one answer (minix: servers/vfs/worker.c
/// keeps a thread and its stack for the same). Grants, buffers and vnodes that its steps take are
/// tied to it and given back when it ends, however it ends.
final class Call {
    private final Fproc proc;
    private final Consumer<Message> answer;
    private final Deque<Runnable> releases = new ArrayDeque<>();
    private @Nullable Runnable interruption;
    private boolean ended;

    /// Work in the name of `proc`.
    Call(Fproc proc, Consumer<Message> answer) {
        this.proc = proc;
        this.answer = answer;
    }

    Fproc proc() {
        return proc;
    }

    /// Whose memory the addresses in the request mean.
    Endpoint user() {
        return proc.endpoint();
    }

    boolean ended() {
        return ended;
    }

    /// Does one step; a [Refused] that leaves it is the answer.
    void step(Runnable work) {
        try {
            work.run();
        } catch (Refused refused) {
            done(refused.status());
        }
    }

    /// What is to be given back when the call ends, the last first.
    void whenEnded(Runnable release) {
        releases.push(release);
    }

    /// Ties a reference to the call.
    Vnode hold(Vnode node) {
        whenEnded(node::put);
        return node;
    }

    /// From now on the call may take for ever; a signal that arrives meanwhile does this.
    void waits(Runnable interruption) {
        this.interruption = interruption;
    }

    /// A signal came, or the process ends. What cannot take for ever is not interrupted.
    void interrupt() {
        if (interruption != null) {
            Runnable work = interruption;
            interruption = null;
            work.run();
        }
    }

    /// Ends the call with a number.
    void done(int status) {
        done(new Result(status));
    }

    void fail(Errno error) {
        done(error.status());
    }

    /// Ends the call. What was granted is taken back first: the process must not see its memory
    /// change once it goes on.
    void done(Message message) {
        assert !ended : "answered twice";
        ended = true;
        interruption = null;
        while (!releases.isEmpty()) {
            releases.pop().run();
        }
        answer.accept(message);
    }
}
