package ring3.components.servers.vfs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.Syslib;

/// The way to a server that does one thing at a time: a file server or a block driver. Requests
/// queue here and the server has one of them.
///
/// A request is composed when it is sent, not when it joins the queue, and the step that awaits an
/// answer is done before the next request goes out. So two processes that append to one file each
/// find the size that the other left: the queue does what locks do in MINIX.
final class Channel {
    private record Request(IntFunction<Message> composer, Consumer<Message> next) {}

    private final Syslib sys;
    private final Endpoint server;
    private final Deque<Request> queue = new ArrayDeque<>();
    private @Nullable Request sent;
    private boolean arrived;
    private int transaction;
    private boolean dead;

    Channel(Syslib sys, Endpoint server) {
        this.sys = sys;
        this.server = server;
    }

    Endpoint server() {
        return server;
    }

    /// Nothing is on its way; the answer that is being looked at has arrived.
    boolean idle() {
        return queue.isEmpty() && (sent == null || arrived);
    }

    boolean dead() {
        return dead;
    }

    /// Asks for something that `call` needs; `next` is its step once the answer is there. A server
    /// that died answers EIO.
    void request(Call call, IntFunction<Message> composer, Consumer<Message> next) {
        enqueue(new Request(composer, reply -> call.step(() -> next.accept(reply))));
    }

    /// Asks for something that nobody waits for.
    void tell(IntFunction<Message> composer) {
        enqueue(new Request(composer, _ -> {}));
    }

    private void enqueue(Request request) {
        queue.add(request);
        sendNext();
    }

    private void sendNext() {
        while (sent == null && !queue.isEmpty()) {
            Request request = queue.remove();
            sent = request;
            if (dead || !send(request)) {
                finish(request, Result.of(Errno.EIO));
            }
        }
    }

    private boolean send(Request request) {
        transaction++;
        Message message = request.composer().apply(transaction);
        return sys.asynsend(server, message, AsyncMessage.NOREPLY) >= 0;
    }

    /// The server answers the request with number `id`. An answer that nothing waits for any more,
    /// or that nobody asked for, is dropped.
    void answered(int id, Message reply) {
        if (id == transaction) {
            answered(reply);
        }
    }

    /// The server answers what it was asked last.
    void answered(Message reply) {
        Request request = sent;
        if (request != null) {
            finish(request, reply);
            sendNext();
        }
    }

    private void finish(Request request, Message reply) {
        arrived = true;
        request.next().accept(reply);
        arrived = false;
        sent = null;
    }

    /// The server is gone: everything it was asked and will be asked fails.
    void die() {
        dead = true;
        if (!arrived) {
            answered(Result.of(Errno.EIO));
        }
    }
}
