package ring3.components.servers.vfs;

import ring3.components.protocol.Fs;
import ring3.components.protocol.Vfs;
import ring3.components.protocol.Vfs.VfsAccess;
import ring3.components.protocol.Vfs.VfsChdir;
import ring3.components.protocol.Vfs.VfsChmod;
import ring3.components.protocol.Vfs.VfsClose;
import ring3.components.protocol.Vfs.VfsFcntl;
import ring3.components.protocol.Vfs.VfsFstat;
import ring3.components.protocol.Vfs.VfsFsync;
import ring3.components.protocol.Vfs.VfsFtruncate;
import ring3.components.protocol.Vfs.VfsGetdents;
import ring3.components.protocol.Vfs.VfsGetvfsstat;
import ring3.components.protocol.Vfs.VfsIoctl;
import ring3.components.protocol.Vfs.VfsLink;
import ring3.components.protocol.Vfs.VfsLseek;
import ring3.components.protocol.Vfs.VfsLstat;
import ring3.components.protocol.Vfs.VfsMapdriver;
import ring3.components.protocol.Vfs.VfsMkdir;
import ring3.components.protocol.Vfs.VfsMknod;
import ring3.components.protocol.Vfs.VfsMount;
import ring3.components.protocol.Vfs.VfsOpen;
import ring3.components.protocol.Vfs.VfsPipe2;
import ring3.components.protocol.Vfs.VfsRead;
import ring3.components.protocol.Vfs.VfsReadlink;
import ring3.components.protocol.Vfs.VfsRename;
import ring3.components.protocol.Vfs.VfsRmdir;
import ring3.components.protocol.Vfs.VfsSelect;
import ring3.components.protocol.Vfs.VfsStat;
import ring3.components.protocol.Vfs.VfsSymlink;
import ring3.components.protocol.Vfs.VfsSync;
import ring3.components.protocol.Vfs.VfsTruncate;
import ring3.components.protocol.Vfs.VfsUmask;
import ring3.components.protocol.Vfs.VfsUmount;
import ring3.components.protocol.Vfs.VfsUnlink;
import ring3.components.protocol.Vfs.VfsWrite;
import ring3.syslib.Errno;

/// The table of system calls (minix: servers/vfs/table.c).
///
/// @param open OPEN
/// @param files calls by descriptor
/// @param paths calls by path
/// @param names calls that change directories
/// @param mounting MOUNT
/// @param unmounting UMOUNT
/// @param syncs calls that concern all mounts
/// @param processes calls that concern the caller
/// @param pipes PIPE2
record UserRequests(
        OpenCalls open,
        FileCalls files,
        PathCalls paths,
        NameCalls names,
        Mounting mounting,
        Unmounting unmounting,
        SyncCalls syncs,
        ProcessCalls processes,
        Pipes pipes) {
    /// Begins what a process asks for; it ends now or later.
    void begin(Call call, Vfs request) {
        switch (request) {
            case VfsOpen r -> open.open(call, r);
            case VfsRead r -> files.read(call, r);
            case VfsWrite r -> files.write(call, r);
            case VfsLseek r -> files.lseek(call, r);
            case VfsClose(int fd) -> files.close(call, fd);
            case VfsIoctl r -> files.ioctl(call, r);
            case VfsFcntl r -> FcntlCall.fcntl(call, r);
            case VfsFstat r -> files.fstat(call, r);
            case VfsGetdents r -> files.getdents(call, r);
            case VfsFtruncate r -> files.ftruncate(call, r);
            case VfsFsync(int fd) -> files.fsync(call, fd);
            case VfsStat(int path, int length, int to) -> stat(call, path, length, 0, to);
            case VfsLstat(int path, int length, int to) ->
                    stat(call, path, length, Fs.NO_FOLLOW, to);
            case VfsUnlink(int path, int length) -> names.unlink(call, path, length);
            case VfsRmdir(int path, int length) -> names.rmdir(call, path, length);
            case VfsLink r -> names.link(call, r);
            case VfsRename r -> names.rename(call, r);
            case VfsMkdir r -> names.mkdir(call, r);
            case VfsMknod r -> names.mknod(call, r);
            case VfsSymlink r -> names.symlink(call, r);
            case VfsReadlink r -> paths.readlink(call, r);
            case VfsChmod r -> paths.chmod(call, r);
            case VfsAccess r -> paths.access(call, r);
            case VfsTruncate r -> paths.truncate(call, r);
            case VfsMount r -> mounting.mount(call, r);
            case VfsUmount r -> unmounting.umount(call, r);
            case VfsSync _ -> syncs.sync(call);
            case VfsGetvfsstat r -> syncs.list(call, r);
            case VfsChdir(int path, int length) -> processes.chdir(call, path, length);
            case VfsUmask(int mask) -> processes.umask(call, mask);
            case VfsSelect(long timeoutMillis) -> processes.select(call, timeoutMillis);
            case VfsPipe2(int flags) -> pipes.pipe(call, flags);
            case VfsMapdriver _ -> throw new Refused(Errno.EPERM);
        }
    }

    private void stat(Call call, int path, int length, int flags, int to) {
        paths.find(call, path, length, flags, node -> files.stat(call, node, to));
    }
}
