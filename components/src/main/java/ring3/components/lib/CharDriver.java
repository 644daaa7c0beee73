package ring3.components.lib;

import java.util.List;
import java.util.TreeSet;
import ring3.components.protocol.Cdev;
import ring3.components.protocol.Cdev.CdevCancel;
import ring3.components.protocol.Cdev.CdevClose;
import ring3.components.protocol.Cdev.CdevIoctl;
import ring3.components.protocol.Cdev.CdevOpen;
import ring3.components.protocol.Cdev.CdevRead;
import ring3.components.protocol.Cdev.CdevReply;
import ring3.components.protocol.Cdev.CdevWrite;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Syslib;

/// What all character drivers have in common: they speak the character protocol, and differ in the
/// device alone (minix: lib/libchardriver).
///
/// A request for a minor device that was not opened since the driver started is a remnant from
/// before a restart. It is ignored: whoever made it has been told EIO already.
public final class CharDriver {
    /// What a device returns to be allowed to answer later, by [#reply].
    public static final int LATER = Errno.EDONTREPLY.status();

    /// The device behind a character driver. What a method returns is what the client gets: zero or
    /// more, or a negative error number; with [#LATER] it gets nothing yet.
    public interface Device {
        /// Makes `minor` ready for use; ENXIO when there is no such device.
        int open(int minor);

        /// Reads into the grant; the result is how many bytes, 0 at the end of a file.
        int read(Request request);

        /// Writes what is in the grant; the result is how many bytes.
        int write(Request request);

        /// A control request; its argument, if it has one, is in the grant.
        default int control(int code, Request request) {
            return Errno.ENOTTY.status();
        }

        /// Gives up request `id` that waits for its answer; the result becomes that answer, or is
        /// [#LATER] when none waits under that number.
        default int cancel(int minor, int id) {
            return LATER;
        }
    }

    /// A request. The client has granted us access to its buffer, nothing else of it.
    ///
    /// @param client who is to be answered and made the grant
    /// @param id which of the client's requests it is
    /// @param mayWait whether the answer may come later; if not, EAGAIN
    public record Request(
            Endpoint client, int minor, int id, int grant, int count, boolean mayWait) {}

    private final Syslib sys;
    private final Device device;
    private final TreeSet<Integer> opened = new TreeSet<>();

    /// The protocol in front of `device`.
    public CharDriver(Syslib sys, Device device) {
        this.sys = sys;
        this.device = device;
    }

    /// Tells the data store that the driver called `label` is up.
    public static int announce(Syslib sys, String label) {
        return new DataStore(sys).publish("drv.chr." + label, DataStore.DRIVER_UP);
    }

    /// The minor devices that were opened: what a program that takes over has to know.
    public List<Integer> opened() {
        return List.copyOf(opened);
    }

    /// Takes over the minor devices that a former program of the service had opened.
    public void takeOver(List<Integer> minors) {
        opened.addAll(minors);
    }

    /// Does what `client` asks; the answer follows now or later.
    public void handle(Endpoint client, Cdev request) {
        switch (request) {
            case CdevOpen(int minor, _, _, int id) -> reply(sys, client, id, open(minor));
            case CdevClose(int minor, int id) when isOpen(minor) -> reply(sys, client, id, 0);
            case CdevRead(int minor, _, int grant, int count, _, int id, int flags)
                    when isOpen(minor) ->
                    read(new Request(client, minor, id, grant, count, mayWait(flags)));
            case CdevWrite(int minor, _, int grant, int count, _, int id, int flags)
                    when isOpen(minor) ->
                    write(new Request(client, minor, id, grant, count, mayWait(flags)));
            case CdevIoctl(int minor, int code, int grant, _, int id, int flags)
                    when isOpen(minor) ->
                    control(code, new Request(client, minor, id, grant, 0, mayWait(flags)));
            case CdevCancel(int minor, int id) when isOpen(minor) ->
                    reply(sys, client, id, device.cancel(minor, id));
            default -> {} // A remnant from before a restart, or a stray answer.
        }
    }

    /// Answers request `id` of `client`, who asked asynchronously and finds the answer when it next
    /// receives; nothing happens when `status` is [#LATER].
    public static void reply(Syslib sys, Endpoint client, int id, int status) {
        if (status != LATER) {
            sys.asynsend(client, new CdevReply(status, id), AsyncMessage.NOREPLY);
        }
    }

    private boolean isOpen(int minor) {
        return opened.contains(minor);
    }

    private int open(int minor) {
        int status = device.open(minor);
        if (status >= 0) {
            opened.add(minor);
        }
        return status;
    }

    private void read(Request request) {
        answer(request, request.count() < 0 ? Errno.EINVAL.status() : device.read(request));
    }

    private void write(Request request) {
        answer(request, request.count() < 0 ? Errno.EINVAL.status() : device.write(request));
    }

    private void control(int code, Request request) {
        answer(request, device.control(code, request));
    }

    private void answer(Request request, int status) {
        reply(sys, request.client(), request.id(), status);
    }

    private static boolean mayWait(int flags) {
        return (flags & Cdev.NONBLOCK) == 0;
    }
}
