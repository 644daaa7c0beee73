package ring3.components.servers.mfs;

import org.jspecify.annotations.Nullable;
import ring3.components.lib.BlockClient;
import ring3.components.protocol.Devices;
import ring3.components.protocol.Fs;
import ring3.components.protocol.Fs.ReqChmod;
import ring3.components.protocol.Fs.ReqChown;
import ring3.components.protocol.Fs.ReqCreate;
import ring3.components.protocol.Fs.ReqFtrunc;
import ring3.components.protocol.Fs.ReqGetdents;
import ring3.components.protocol.Fs.ReqLink;
import ring3.components.protocol.Fs.ReqLookup;
import ring3.components.protocol.Fs.ReqMkdir;
import ring3.components.protocol.Fs.ReqMknod;
import ring3.components.protocol.Fs.ReqMountpoint;
import ring3.components.protocol.Fs.ReqNewDriver;
import ring3.components.protocol.Fs.ReqPutnode;
import ring3.components.protocol.Fs.ReqRdlink;
import ring3.components.protocol.Fs.ReqRead;
import ring3.components.protocol.Fs.ReqReadsuper;
import ring3.components.protocol.Fs.ReqRename;
import ring3.components.protocol.Fs.ReqRmdir;
import ring3.components.protocol.Fs.ReqSlink;
import ring3.components.protocol.Fs.ReqStat;
import ring3.components.protocol.Fs.ReqStatvfs;
import ring3.components.protocol.Fs.ReqSync;
import ring3.components.protocol.Fs.ReqUnlink;
import ring3.components.protocol.Fs.ReqUnmount;
import ring3.components.protocol.Fs.ReqUtime;
import ring3.components.protocol.Fs.ReqWrite;
import ring3.components.protocol.FsReply;
import ring3.components.protocol.FsReply.FsResult;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Syslib;

/// Answers the requests of the virtual file system for the one file system that is mounted here.
final class FileServer {
    private final ClientMemory clients;
    private final BlockClient device;
    private final WallClock clock;
    private final Mounting mounting;
    private @Nullable FileSystem mounted;

    /// A server that finds drivers by `labels`, with nothing mounted yet.
    FileServer(Syslib sys, BlockClient.Labels labels) {
        this.clients = new ClientMemory(sys);
        this.device = new BlockClient(sys, labels);
        this.clock = new WallClock(sys);
        this.mounting = new Mounting(sys, clients, device, clock);
    }

    /// The answer to a request, whatever comes of it.
    FsReply answer(Endpoint client, Fs request) {
        clock.restart();
        try {
            return serve(client, request);
        } catch (FsError error) {
            return new FsResult(request.transaction(), error.errno().status());
        }
    }

    private FsReply serve(Endpoint client, Fs request) {
        return switch (request) {
            case ReqReadsuper r -> readsuper(client, r);
            case ReqNewDriver r -> newDriver(client, r);
            case ReqUnmount r -> unmount(r);
            case ReqSync r -> sync(r);
            case ReqLookup r -> files().lookup(client, r);
            case ReqPutnode r -> files().putnode(r);
            case ReqMountpoint r -> files().mountpoint(r);
            case ReqCreate r -> files().nameRequests().create(client, r);
            case ReqMknod r -> files().nameRequests().mknod(client, r);
            case ReqMkdir r -> files().nameRequests().mkdir(client, r);
            case ReqSlink r -> files().nameRequests().slink(client, r);
            case ReqLink r -> files().nameRequests().link(client, r);
            case ReqUnlink r -> files().nameRequests().unlink(client, r);
            case ReqRmdir r -> files().nameRequests().rmdir(client, r);
            case ReqRename r -> files().nameRequests().rename(client, r);
            case ReqRead r -> files().read(client, r);
            case ReqWrite r -> files().write(client, r);
            case ReqFtrunc r -> files().ftrunc(r);
            case ReqRdlink r -> files().rdlink(client, r);
            case ReqGetdents r -> files().listing().read(client, r);
            case ReqStat r -> files().attributes().stat(client, r);
            case ReqStatvfs r -> files().attributes().statvfs(client, r);
            case ReqChmod r -> files().attributes().chmod(r);
            case ReqChown r -> files().attributes().chown(r);
            case ReqUtime r -> files().attributes().utime(r);
        };
    }

    private FileSystem files() {
        if (mounted == null) {
            throw new FsError(Errno.EINVAL);
        }
        return mounted;
    }

    private FsReply readsuper(Endpoint client, ReqReadsuper request) {
        FsError.when(mounted != null, Errno.EBUSY);
        String label = clients.text(client, request.labelGrant(), request.labelLength());
        FileSystem files = mounting.mount(request, label);
        mounted = files;
        return FileSystem.node(request.transaction(), files.inodes().opened(Inode.ROOT));
    }

    private FsReply newDriver(Endpoint client, ReqNewDriver request) {
        device.newDriver(clients.text(client, request.labelGrant(), request.labelLength()));
        return FileSystem.done(request.transaction());
    }

    private FsReply sync(ReqSync request) {
        files().flush(false);
        return FileSystem.done(request.transaction());
    }

    /// Whether anybody still works there is for the virtual file system to know.
    private FsReply unmount(ReqUnmount request) {
        FileSystem files = files();
        files.unmount();
        mounted = null;
        device.close(Devices.minor(files.device()));
        return FileSystem.done(request.transaction());
    }
}
