package ring3.components;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.components.drivers.atwini.AtWini;
import ring3.components.drivers.memory.MemoryDriver;
import ring3.components.drivers.mute.Mute;
import ring3.components.drivers.spinner.Spinner;
import ring3.components.drivers.stuck.Stuck;
import ring3.components.drivers.trespass.Trespass;
import ring3.components.drivers.tty.TtyDriver;
import ring3.components.drivers.wild.Wild;
import ring3.components.lib.posix.UserProgram;
import ring3.components.programs.Cat;
import ring3.components.programs.Courier;
import ring3.components.programs.Cp;
import ring3.components.programs.Date;
import ring3.components.programs.Echo;
import ring3.components.programs.False;
import ring3.components.programs.Free;
import ring3.components.programs.Head;
import ring3.components.programs.Init;
import ring3.components.programs.Kill;
import ring3.components.programs.Ln;
import ring3.components.programs.Ls;
import ring3.components.programs.Mkdir;
import ring3.components.programs.Mount;
import ring3.components.programs.Mv;
import ring3.components.programs.Nice;
import ring3.components.programs.Ps;
import ring3.components.programs.Pwd;
import ring3.components.programs.Rm;
import ring3.components.programs.Rmdir;
import ring3.components.programs.Schedpolicy;
import ring3.components.programs.Service;
import ring3.components.programs.Sh;
import ring3.components.programs.Sleep;
import ring3.components.programs.Spin;
import ring3.components.programs.Sync;
import ring3.components.programs.Tail;
import ring3.components.programs.Test;
import ring3.components.programs.Touch;
import ring3.components.programs.True;
import ring3.components.programs.Umount;
import ring3.components.programs.Wc;
import ring3.components.servers.ds.DataStoreServer;
import ring3.components.servers.mfs.Mfs;
import ring3.components.servers.pm.ProcessManager;
import ring3.components.servers.rs.ReincarnationServer;
import ring3.components.servers.sched.SchedulingServer;
import ring3.components.servers.vfs.Vfs;
import ring3.components.servers.vm.VmServer;
import ring3.syslib.Program;

/// All executables of the emulated system: where each lies on the system disk, and the class that
/// it begins with.
public final class Catalog {
    /// An executable.
    ///
    /// @param name what its processes are called
    /// @param path where it lies on the system disk
    /// @param main its main class
    public record Executable(String name, String path, Kind kind, Class<? extends Program> main) {}

    private static final List<Executable> ALL =
            List.of(
                    service("ds", Kind.SERVER, DataStoreServer.class),
                    service("rs", Kind.SERVER, ReincarnationServer.class),
                    service("vm", Kind.SERVER, VmServer.class),
                    service("pm", Kind.SERVER, ProcessManager.class),
                    service("sched", Kind.SERVER, SchedulingServer.class),
                    service("vfs", Kind.SERVER, Vfs.class),
                    service("mfs", Kind.SERVER, Mfs.class),
                    service("memory", Kind.DRIVER, MemoryDriver.class),
                    service("tty", Kind.DRIVER, TtyDriver.class),
                    service("at_wini", Kind.DRIVER, AtWini.class),
                    service("trespass", Kind.DRIVER, Trespass.class),
                    service("mute", Kind.DRIVER, Mute.class),
                    service("wild", Kind.DRIVER, Wild.class),
                    service("spinner", Kind.DRIVER, Spinner.class),
                    service("stuck", Kind.DRIVER, Stuck.class),
                    user("/sbin/init", Init.class),
                    user("/sbin/courier", Courier.class),
                    user("/bin/sh", Sh.class),
                    user("/bin/cat", Cat.class),
                    user("/bin/ls", Ls.class),
                    user("/bin/echo", Echo.class),
                    user("/bin/wc", Wc.class),
                    user("/bin/kill", Kill.class),
                    user("/bin/sleep", Sleep.class),
                    user("/bin/mkdir", Mkdir.class),
                    user("/bin/rmdir", Rmdir.class),
                    user("/bin/cp", Cp.class),
                    user("/bin/mv", Mv.class),
                    user("/bin/rm", Rm.class),
                    user("/bin/ln", Ln.class),
                    user("/bin/mount", Mount.class),
                    user("/bin/umount", Umount.class),
                    user("/bin/sync", Sync.class),
                    user("/bin/ps", Ps.class),
                    user("/bin/free", Free.class),
                    user("/bin/pwd", Pwd.class),
                    user("/bin/head", Head.class),
                    user("/bin/tail", Tail.class),
                    user("/bin/touch", Touch.class),
                    user("/bin/date", Date.class),
                    user("/bin/service", Service.class),
                    user("/bin/nice", Nice.class),
                    user("/bin/schedpolicy", Schedpolicy.class),
                    user("/bin/spin", Spin.class),
                    user("/bin/true", True.class),
                    user("/bin/false", False.class),
                    user("/bin/test", Test.class));

    private Catalog() {}

    /// Every executable.
    public static List<Executable> all() {
        return ALL;
    }

    /// The executable called `name`, or null.
    public static @Nullable Executable find(String name) {
        for (Executable executable : ALL) {
            if (executable.name().equals(name)) {
                return executable;
            }
        }
        return null;
    }

    private static Executable service(String name, Kind kind, Class<? extends Program> main) {
        return new Executable(name, "/service/" + name, kind, main);
    }

    private static Executable user(String path, Class<? extends UserProgram> main) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return new Executable(name, path, Kind.USER, main);
    }
}
