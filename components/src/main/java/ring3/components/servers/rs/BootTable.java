package ring3.components.servers.rs;

import static ring3.components.servers.rs.RestartPolicy.CORE;
import static ring3.components.servers.rs.RestartPolicy.NEVER;
import static ring3.components.servers.rs.RestartPolicy.RESTART;
import static ring3.syslib.SysCall.SYS_ABORT;
import static ring3.syslib.SysCall.SYS_CLEAR;
import static ring3.syslib.SysCall.SYS_DEVIO;
import static ring3.syslib.SysCall.SYS_ENDKSIG;
import static ring3.syslib.SysCall.SYS_EXEC;
import static ring3.syslib.SysCall.SYS_FORK;
import static ring3.syslib.SysCall.SYS_GETKSIG;
import static ring3.syslib.SysCall.SYS_IRQCTL;
import static ring3.syslib.SysCall.SYS_KILL;
import static ring3.syslib.SysCall.SYS_MEMSET;
import static ring3.syslib.SysCall.SYS_PHYSCOPY;
import static ring3.syslib.SysCall.SYS_RUNCTL;
import static ring3.syslib.SysCall.SYS_SCHEDCTL;
import static ring3.syslib.SysCall.SYS_SCHEDULE;
import static ring3.syslib.SysCall.SYS_SDEVIO;
import static ring3.syslib.SysCall.SYS_SETTIME;
import static ring3.syslib.SysCall.SYS_SIGRETURN;
import static ring3.syslib.SysCall.SYS_SIGSEND;
import static ring3.syslib.SysCall.SYS_SPROF;
import static ring3.syslib.SysCall.SYS_STIME;
import static ring3.syslib.SysCall.SYS_TRACE;
import static ring3.syslib.SysCall.SYS_UMAP;
import static ring3.syslib.SysCall.SYS_UPDATE;
import static ring3.syslib.SysCall.SYS_VDEVIO;
import static ring3.syslib.SysCall.SYS_VIRCOPY;
import static ring3.syslib.SysCall.SYS_VMCTL;
import static ring3.syslib.SysCall.SYS_VTIMER;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ring3.components.Kind;
import ring3.components.protocol.Devices;
import ring3.components.servers.rs.ServiceConfig.Row;
import ring3.syslib.Endpoint;

/// All services, in the order in which they start, and what each may do: the counterpart of the
/// boot image table (minix: kernel/table.c, servers/rs/table.c) and of etc/system.conf.
///
/// Everybody is given as little as he can work with. In some rows that is less than in MINIX, where
/// ds, pm, sched and vm may make every kernel call.
public final class BootTable {
    private static final int SECOND = 60;

    private static final List<ServiceConfig> ROWS =
            Stream.of(
                            server("vm")
                                    .boot(Endpoint.VM)
                                    .queue(2, 500)
                                    .byKernel()
                                    .ipcAll()
                                    .calls(SYS_FORK, SYS_VMCTL, SYS_PHYSCOPY, SYS_MEMSET, SYS_KILL)
                                    .calls(SYS_UPDATE)
                                    .physical(0, Integer.MAX_VALUE)
                                    .onDeath(CORE),
                            server("ds").boot(Endpoint.DS).queue(4, 500).byKernel().onDeath(CORE),
                            server("rs")
                                    .boot(Endpoint.RS)
                                    .queue(4, 500)
                                    .byKernel()
                                    .ipcAll()
                                    .allCalls()
                                    .kib(1024)
                                    .onDeath(CORE),
                            server("pm")
                                    .boot(Endpoint.PM)
                                    .queue(4, 500)
                                    .byKernel()
                                    .ipcAll()
                                    .calls(SYS_EXEC, SYS_CLEAR, SYS_RUNCTL, SYS_TRACE, SYS_ABORT)
                                    .calls(SYS_KILL, SYS_GETKSIG, SYS_ENDKSIG)
                                    .calls(SYS_SIGSEND, SYS_SIGRETURN, SYS_VIRCOPY)
                                    .calls(SYS_STIME, SYS_SETTIME, SYS_VTIMER, SYS_SPROF)
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
                                    .calls(SYS_EXEC, SYS_KILL, SYS_VIRCOPY)
                                    .kib(6144)
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
                                    .calls(SYS_UMAP)
                                    .io(0x1f0, 8)
                                    .io(0x3f6, 1)
                                    .io(0xc000, 8)
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
                            driver("mute").onDemand().heartbeat(SECOND),
                            driver("wild").onDemand(),
                            driver("stuck").onDemand().heartbeat(SECOND),
                            driver("spinner")
                                    .onDemand()
                                    .calls(SYS_DEVIO)
                                    .io(0x220, 16)
                                    .heartbeat(SECOND))
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
