package ring3.components.drivers.memory;

import ring3.components.lib.BlockDriver;
import ring3.components.lib.CharDriver;
import ring3.components.lib.Sef;
import ring3.components.protocol.Bdev;
import ring3.components.protocol.Cdev;
import ring3.syslib.Program;
import ring3.syslib.Received;
import ring3.syslib.Syslib;

/// The memory driver (minix: drivers/storage/memory). The only driver that needs no hardware: one
/// process that is a block driver for the RAM disk and a character driver for `/dev/null` and
/// `/dev/zero`.
public final class MemoryDriver implements Program {
    private static final String LABEL = "memory";

    @Override
    public void run(Syslib sys) {
        var devices = new MemoryDevices(sys);
        var sef = new Sef(sys, (_, _) -> announce(sys), devices);
        for (; ; ) {
            Received in = sef.receive();
            switch (in.message()) {
                case Bdev request -> devices.blocks().handle(in.source(), request);
                case Cdev request -> devices.characters().handle(in.source(), request);
                default -> {}
            }
        }
    }

    private static int announce(Syslib sys) {
        int status = BlockDriver.announce(sys, LABEL);
        return status < 0 ? status : CharDriver.announce(sys, LABEL);
    }
}
