package ring3.kernel.fuzz;

import java.util.List;
import ring3.syslib.Endpoint;
import ring3.syslib.GrantTable;
import ring3.syslib.PortIo;
import ring3.syslib.Privilege;
import ring3.syslib.Privilege.Range;
import ring3.syslib.SysCall;
import ring3.syslib.Trap;

/// Who is there, what each may do, and the numbers that mean something to them and to the kernel.
final class Cast {
    static final Endpoint RS = Endpoint.of(Endpoint.RS.slot(), 1);
    static final Endpoint SERVER = Endpoint.of(Endpoint.PM.slot(), 1);
    static final Endpoint OTHER = Endpoint.of(30, 1);
    static final Endpoint CLIENT = Endpoint.of(31, 1);
    static final Endpoint SERVICE = Endpoint.of(40, 1);
    static final Endpoint DRIVER = Endpoint.of(41, 1);
    static final Endpoint USER = Endpoint.of(50, 1);
    static final Endpoint[] VILLAINS = {SERVICE, DRIVER, USER};

    /// The living, the dead, and those who are nobody.
    static final Endpoint[] ENDPOINTS = {
        SERVER,
        SERVER,
        OTHER,
        OTHER,
        RS,
        CLIENT,
        SERVICE,
        SERVICE,
        DRIVER,
        DRIVER,
        USER,
        Endpoint.of(OTHER.slot(), 0),
        Endpoint.of(200, 1),
        Endpoint.SYSTEM,
        Endpoint.CLOCK,
        Endpoint.HARDWARE,
        Endpoint.ANY,
        Endpoint.NONE,
        Endpoint.SELF
    };

    /// Where the memory of each begins, and how much there is.
    static final int BASE = 0x1000;

    static final int MEMORY = 0x4000;

    /// Where a villain may have its own grants.
    static final int GRANTS = 3 * BASE;

    /// How many bytes each grant covers.
    static final int GRANTED = 64;

    private static final int PORT = 0x2f8;
    private static final int IRQ = 3;

    /// The ports of the driver.
    static final Range PORTS = new Range(PORT, PORT + 7);

    /// The numbers that fit a component of a request by its name, the first that matches.
    record Pool(String name, int... numbers) {}

    static final List<Pool> POOLS =
            List.of(
                    new Pool("rant", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1 << 20, 1 << 20 | 8),
                    new Pool("ddress", BASE, GRANTS, GRANTS, 2 * BASE - 4, BASE + MEMORY - 4),
                    new Pool("bytes", 1, 4, 16, GRANTED, GRANTED + 1, 0x600),
                    new Pool("count", 1, 4, 16, GRANTED, GRANTED + 1, BASE),
                    new Pool("offset", 0, 0, 0, 4, GRANTED - 4, GRANTED),
                    new Pool("entries", 0, 1, 8, 16, 64),
                    new Pool("pairs", 1, 2, 16, 17),
                    new Pool("port", PORT, PORT + 3, PORT + 5, PORT + 7, PORT + 8, 0x40, 0x1f0),
                    new Pool("line", IRQ, IRQ, IRQ + 1, 14),
                    new Pool(
                            "request",
                            1,
                            2,
                            3,
                            PortIo.INPUT | PortIo.BYTE,
                            PortIo.OUTPUT | PortIo.BYTE,
                            PortIo.INPUT | PortIo.WORD,
                            PortIo.OUTPUT | PortIo.LONG,
                            PortIo.INPUT | PortIo.BYTE | PortIo.SAFE,
                            PortIo.OUTPUT | PortIo.WORD | PortIo.SAFE),
                    // Any name: nothing, the ends of the world, and memory that is nobody's.
                    new Pool(
                            "",
                            0,
                            1,
                            -1,
                            Integer.MAX_VALUE,
                            Integer.MIN_VALUE,
                            BASE - 1,
                            BASE + MEMORY,
                            0xb8000,
                            0x100000));

    /// What the flags of a grant may be.
    static final int[] GRANT_FLAGS = {
        GrantTable.USED | GrantTable.VALID | GrantTable.DIRECT | GrantTable.READ,
        GrantTable.USED | GrantTable.VALID | GrantTable.DIRECT | GrantTable.WRITE,
        GrantTable.USED | GrantTable.VALID | GrantTable.INDIRECT,
        GrantTable.USED | GrantTable.VALID | GrantTable.MAGIC | GrantTable.READ | GrantTable.WRITE,
        GrantTable.USED,
        0
    };

    static final Privilege REINCARNATION_SERVER = service(SysCall.ALL, Privilege.IPC_ALL);
    static final Privilege VICTIM = service(SysCall.BASIC, Privilege.IPC_ALL);

    /// The basic calls, and messages to the two servers.
    static final Privilege UNPRIVILEGED_SERVICE = service(SysCall.BASIC, ipcTo());

    /// As the service, and its own ports and interrupt.
    static final Privilege UNPRIVILEGED_DRIVER =
            service(
                    SysCall.BASIC
                            | SysCall.SYS_DEVIO.bit()
                            | SysCall.SYS_SDEVIO.bit()
                            | SysCall.SYS_VDEVIO.bit()
                            | SysCall.SYS_IRQCTL.bit(),
                    ipcTo());

    private Cast() {}

    /// OTHER is the first service without an id of its own.
    private static long ipcTo() {
        return Privilege.ipcBit(SERVER) | 1L << Privilege.USER_ID + 1;
    }

    private static Privilege service(long calls, long ipcTo) {
        return new Privilege(
                Privilege.SYS_PROC
                        | Privilege.PREEMPTIBLE
                        | Privilege.BILLABLE
                        | Privilege.CHECK_IO_PORT
                        | Privilege.CHECK_IRQ
                        | Privilege.CHECK_MEM,
                Trap.ALL,
                calls,
                ipcTo,
                RS,
                List.of(PORTS),
                List.of(new Range(0xb8000, 0xb8fff)),
                List.of(IRQ));
    }
}
