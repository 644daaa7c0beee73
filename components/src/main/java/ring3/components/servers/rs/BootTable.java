package ring3.components.servers.rs;

import static ring3.components.servers.rs.RestartPolicy.CORE;
import static ring3.components.servers.rs.RestartPolicy.NEVER;
import static ring3.components.servers.rs.RestartPolicy.RESTART;
import static ring3.syslib.SysCall.SYS_DEVIO;
import static ring3.syslib.SysCall.SYS_IRQCTL;
import static ring3.syslib.SysCall.SYS_KILL;
import static ring3.syslib.SysCall.SYS_PHYSCOPY;
import static ring3.syslib.SysCall.SYS_SCHEDCTL;
import static ring3.syslib.SysCall.SYS_SCHEDULE;
import static ring3.syslib.SysCall.SYS_SDEVIO;
import static ring3.syslib.SysCall.SYS_VDEVIO;
import static ring3.syslib.SysCall.SYS_VIRCOPY;
import static ring3.syslib.SysCall.SYS_VMCTL;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ring3.components.Catalog.Kind;
import ring3.components.protocol.Devices;
import ring3.components.servers.rs.ServiceConfig.Row;
import ring3.syslib.Endpoint;

/// All services, in the order in which they start, and what each may do: the counterpart of the
/// boot image table (minix: kernel/table.c, servers/rs/table.c) and of etc/system.conf.
///
/// Everybody is given as little as he can work with. In two rows that is less than in MINIX, where
/// ds and sched may make every kernel call.
public final class BootTable {
    private static final int SECOND = 60;

    private static final List<ServiceConfig> ROWS =
            Stream.of(
                            server("ds").boot(Endpoint.DS).queue(4, 500).byKernel().onDeath(CORE),
                            server("rs")
                                    .boot(Endpoint.RS)
                                    .queue(4, 500)
                                    .byKernel()
                                    .ipcAll()
                                    .allCalls()
                                    .kib(512)
                                    .onDeath(CORE),
                            server("pm")
                                    .boot(Endpoint.PM)
                                    .queue(4, 500)
                                    .byKernel()
                                    .ipcAll()
                                    .allCalls()
                                    .onDeath(CORE),
                            server("sched")
                                    .boot(Endpoint.SCHED)
                                    .queue(4, 500)
                                    .byKernel()
                                    .calls(SYS_SCHEDULE, SYS_SCHEDCTL)
                                    .onDeath(CORE),
                            server("vfs")
                                    .boot(Endpoint.VFS)
                                    .queue(5, 500)
                                    .byKernel()
                                    .ipcAll()
                                    .calls(SYS_KILL, SYS_VIRCOPY, SYS_VMCTL)
                                    .kib(4096)
                                    .onDeath(CORE),
                            driver("memory")
                                    .boot(Endpoint.MEM)
                                    .queue(3, 50)
                                    .byKernel()
                                    .calls(SYS_VIRCOPY, SYS_PHYSCOPY)
                                    .major(Devices.MEMORY_MAJOR)
                                    .kib(2048)
                                    .onDeath(RESTART),
                            driver("tty")
                                    .boot(Endpoint.TTY)
                                    .queue(1, 50)
                                    .byKernel()
                                    .calls(SYS_KILL, SYS_VIRCOPY, SYS_PHYSCOPY)
                                    .calls(SYS_IRQCTL, SYS_DEVIO, SYS_SDEVIO, SYS_VDEVIO)
                                    .io(0x60, 1)
                                    .io(0x64, 1)
                                    .io(0x3d4, 2)
                                    .io(0x3f8, 8)
                                    .io(0x2f8, 8)
                                    .irqs(1, 3, 4)
                                    .physical(0xb8000, 0xbffff)
                                    .major(Devices.TTY_MAJOR)
                                    .kib(256)
                                    .onDeath(RESTART),
                            driver("at_wini")
                                    .calls(SYS_IRQCTL, SYS_DEVIO, SYS_SDEVIO, SYS_VDEVIO)
                                    .io(0x1f0, 8)
                                    .io(0x3f6, 1)
                                    .irqs(14)
                                    .heartbeat(SECOND)
                                    .major(Devices.DISK_MAJOR)
                                    .kib(256)
                                    .onDeath(RESTART),
                            server("mfs")
                                    .label("fs_root")
                                    .boot(Endpoint.MFS)
                                    .queue(5, 500)
                                    .kib(4096)
                                    .onDeath(CORE),
                            program("init").boot(Endpoint.INIT).kib(512),
                            server("mfs").onDemand().queue(5, 500).kib(4096).onDeath(NEVER),
                            driver("trespass").onDemand().calls(SYS_DEVIO).io(0x220, 16),
                            driver("mute").onDemand().heartbeat(SECOND))
                    .map(Row::done)
                    .toList();

    private BootTable() {}

    /// All rows.
    public static List<ServiceConfig> services() {
        return ROWS;
    }

    /// The row from which RS may start a process of `executable`, or null: those of the boot image
    /// exist once only.
    public static @Nullable ServiceConfig find(String executable) {
        for (ServiceConfig row : ROWS) {
            if (row.executable().equals(executable) && !row.inBootImage()) {
                return row;
            }
        }
        return null;
    }

    private static Row server(String executable) {
        return new Row(Kind.SERVER, executable);
    }

    private static Row driver(String executable) {
        return new Row(Kind.DRIVER, executable);
    }

    private static Row program(String executable) {
        return new Row(Kind.USER, executable);
    }
}
