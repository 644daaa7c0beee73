package ring3.components.servers.vfs;

import ring3.components.protocol.Fcntl;
import ring3.components.protocol.Vfs.VfsFcntl;
import ring3.syslib.Errno;

/// FCNTL: descriptors and the flags of open files (minix: servers/vfs/misc.c).
final class FcntlCall {
    private FcntlCall() {}

    static void fcntl(Call call, VfsFcntl fcntl) {
        Descriptors files = call.proc().files();
        int fd = fcntl.fd();
        int argument = fcntl.argument();
        Filp filp = files.get(fd);
        int result =
                switch (fcntl.command()) {
                    case Fcntl.F_DUPFD -> duplicate(files, filp, argument);
                    case Fcntl.F_DUP2 -> duplicateTo(files, filp, fd, argument);
                    case Fcntl.F_GETFD -> files.closesOnExec(fd) ? Fcntl.FD_CLOEXEC : 0;
                    case Fcntl.F_SETFD -> {
                        files.setClosesOnExec(fd, (argument & Fcntl.FD_CLOEXEC) != 0);
                        yield 0;
                    }
                    case Fcntl.F_GETFL -> filp.flags();
                    case Fcntl.F_SETFL -> {
                        filp.changeFlags(argument);
                        yield 0;
                    }
                    default -> Errno.EINVAL.status();
                };
        call.done(result);
    }

    private static int duplicate(Descriptors files, Filp filp, int from) {
        if (from < 0 || from >= Descriptors.COUNT) {
            throw new Refused(Errno.EINVAL);
        }
        int fd = files.lowestFree(from);
        files.set(fd, filp, false);
        return fd;
    }

    private static int duplicateTo(Descriptors files, Filp filp, int fd, int to) {
        if (to < 0 || to >= Descriptors.COUNT) {
            throw new Refused(Errno.EBADF);
        }
        if (to != fd) {
            files.close(to);
            files.set(to, filp, false);
        }
        return to;
    }
}
