package ring3.components;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ring3.components.drivers.atwini.AtWini;
import ring3.components.drivers.memory.MemoryDriver;
import ring3.components.drivers.mute.Mute;
import ring3.components.drivers.spinner.Spinner;
import ring3.components.drivers.trespass.Trespass;
import ring3.components.drivers.tty.TtyDriver;
import ring3.components.drivers.wild.Wild;
import ring3.components.lib.posix.PosixProgram;
import ring3.components.lib.posix.UserProgram;
import ring3.components.programs.Cat;
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

/// All executables of the emulated system: where each lies on the system disk, and how the kernel's
/// loader makes the text of a process from its name.
public final class Catalog {
    /// In which layer of the system an executable runs.
    public enum Kind {
        DRIVER,
        SERVER,
        USER
    }

    /// An executable.
    ///
    /// @param name what its image names
    /// @param path where it lies on the system disk
    /// @param forks whether it calls fork, so that the kernel must remember what its calls returned
    /// @param constructor makes its text, afresh for each process
    public record Executable(
            String name, String path, Kind kind, boolean forks, Supplier<Program> constructor) {
        /// The bytes of its file: `#!ring3 NAME` and a newline.
        public String image() {
            return "#!ring3 " + name + "\n";
        }
    }

    private static final List<Executable> ALL =
            List.of(
                    service("ds", Kind.SERVER, DataStoreServer::new),
                    service("rs", Kind.SERVER, ReincarnationServer::new),
                    service("vm", Kind.SERVER, VmServer::new),
                    service("pm", Kind.SERVER, ProcessManager::new),
                    service("sched", Kind.SERVER, SchedulingServer::new),
                    service("vfs", Kind.SERVER, Vfs::new),
                    service("mfs", Kind.SERVER, Mfs::new),
                    service("memory", Kind.DRIVER, MemoryDriver::new),
                    service("tty", Kind.DRIVER, TtyDriver::new),
                    service("at_wini", Kind.DRIVER, AtWini::new),
                    service("trespass", Kind.DRIVER, Trespass::new),
                    service("mute", Kind.DRIVER, Mute::new),
                    service("wild", Kind.DRIVER, Wild::new),
                    service("spinner", Kind.DRIVER, Spinner::new),
                    forking("/sbin/init", Init::new),
                    forking("/bin/sh", Sh::new),
                    user("/bin/cat", Cat::new),
                    user("/bin/ls", Ls::new),
                    user("/bin/echo", Echo::new),
                    user("/bin/wc", Wc::new),
                    user("/bin/kill", Kill::new),
                    user("/bin/sleep", Sleep::new),
                    user("/bin/mkdir", Mkdir::new),
                    user("/bin/rmdir", Rmdir::new),
                    user("/bin/cp", Cp::new),
                    user("/bin/mv", Mv::new),
                    user("/bin/rm", Rm::new),
                    user("/bin/ln", Ln::new),
                    user("/bin/mount", Mount::new),
                    user("/bin/umount", Umount::new),
                    user("/bin/sync", Sync::new),
                    user("/bin/ps", Ps::new),
                    user("/bin/free", Free::new),
                    user("/bin/pwd", Pwd::new),
                    user("/bin/head", Head::new),
                    user("/bin/tail", Tail::new),
                    user("/bin/touch", Touch::new),
                    user("/bin/date", Date::new),
                    user("/bin/service", Service::new),
                    user("/bin/nice", Nice::new),
                    user("/bin/schedpolicy", Schedpolicy::new),
                    user("/bin/spin", Spin::new),
                    user("/bin/true", True::new),
                    user("/bin/false", False::new),
                    user("/bin/test", Test::new));

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

    private static Executable service(String name, Kind kind, Supplier<Program> constructor) {
        return new Executable(name, "/service/" + name, kind, false, constructor);
    }

    private static Executable user(String path, Supplier<UserProgram> constructor) {
        return program(path, false, constructor);
    }

    private static Executable forking(String path, Supplier<UserProgram> constructor) {
        return program(path, true, constructor);
    }

    private static Executable program(
            String path, boolean forks, Supplier<UserProgram> constructor) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        Supplier<Program> text = () -> new PosixProgram(constructor.get());
        return new Executable(name, path, Kind.USER, forks, text);
    }
}
