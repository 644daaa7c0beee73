package ring3.components.drivers.tty;

import ring3.components.lib.CharDriver;
import ring3.components.lib.Ports;
import ring3.components.lib.Sef;
import ring3.components.protocol.Cdev;
import ring3.syslib.Endpoint;
import ring3.syslib.Notify;
import ring3.syslib.Program;
import ring3.syslib.Received;
import ring3.syslib.Syslib;

/// The terminal driver (minix: drivers/tty/tty/tty.c). As in 2006 the keyboard is part of it.
public final class TtyDriver implements Program {
    /// The main loop: take a request or an interrupt, do what it is about, take the next.
    @Override
    public void run(Syslib sys) {
        var terminals = new Terminals(sys, new Ports(sys));
        var driver = new CharDriver(sys, terminals);
        var sef = new Sef(sys, (_, incarnation) -> start(sys, terminals, incarnation));
        for (; ; ) {
            Received in = sef.receive();
            switch (in.message()) {
                case Notify notify when in.isNotifyFrom(Endpoint.HARDWARE) ->
                        terminals.interrupted(notify.interrupts());
                case Cdev request -> driver.handle(in.source(), request);
                default -> {} // The process manager's answer to a signal.
            }
        }
    }

    private static int start(Syslib sys, Terminals terminals, int incarnation) {
        terminals.start(incarnation == 1);
        return CharDriver.announce(sys, "tty");
    }
}
