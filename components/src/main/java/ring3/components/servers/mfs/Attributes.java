package ring3.components.servers.mfs;

import ring3.components.protocol.Fs.ReqChmod;
import ring3.components.protocol.Fs.ReqChown;
import ring3.components.protocol.Fs.ReqStat;
import ring3.components.protocol.Fs.ReqStatvfs;
import ring3.components.protocol.Fs.ReqUtime;
import ring3.components.protocol.FsReply;
import ring3.components.protocol.Stat;
import ring3.syslib.Endpoint;
import ring3.syslib.Memory;

/// What is known about a file besides its contents (minix: fs/mfs/stadir.c, protect.c, time.c).
final class Attributes {
    private static final int PERMISSIONS = 07777;

    private final ClientMemory clients;
    private final Volume volume;
    private final InodeTable inodes;

    Attributes(ClientMemory clients, Volume volume, InodeTable inodes) {
        this.clients = clients;
        this.volume = volume;
        this.inodes = inodes;
    }

    /// REQ_STAT.
    FsReply stat(Endpoint client, ReqStat request) {
        Inode inode = inodes.opened(request.inode());
        Stat stat =
                new Stat(
                        inode.number,
                        inode.mode,
                        inode.links,
                        inode.uid,
                        inode.gid,
                        inode.isDevice() ? inode.device() : volume.device(),
                        inode.size,
                        inode.accessed,
                        inode.modified,
                        inode.changed);
        stat.store(clients.memory(), clients.buffer());
        clients.send(client, request.grant(), Stat.BYTES);
        return FileSystem.done(request.transaction());
    }

    /// REQ_STATVFS: block size, blocks, free blocks, inodes, free inodes.
    FsReply statvfs(Endpoint client, ReqStatvfs request) {
        SuperBlock layout = volume.layout();
        long[] values = {
            layout.blockSize(),
            layout.zones(),
            volume.zoneMap().countFree(),
            layout.inodes(),
            volume.inodeMap().countFree()
        };
        Memory memory = clients.memory();
        for (int i = 0; i < values.length; i++) {
            memory.putLong(clients.buffer() + i * Long.BYTES, values[i]);
        }
        clients.send(client, request.grant(), values.length * Long.BYTES);
        return FileSystem.done(request.transaction());
    }

    /// REQ_CHMOD: the type of the file stays.
    FsReply chmod(ReqChmod request) {
        Inode inode = writable(request.inode());
        inode.mode = inode.fileType() | (request.mode() & PERMISSIONS);
        return changed(inode, request.transaction());
    }

    /// REQ_CHOWN.
    FsReply chown(ReqChown request) {
        Inode inode = writable(request.inode());
        inode.uid = request.uid();
        inode.gid = request.gid();
        return changed(inode, request.transaction());
    }

    /// REQ_UTIME.
    FsReply utime(ReqUtime request) {
        Inode inode = writable(request.inode());
        inode.accessed = (int) request.accessed();
        inode.modified = (int) request.modified();
        return changed(inode, request.transaction());
    }

    private Inode writable(int number) {
        volume.requireWritable();
        return inodes.opened(number);
    }

    private FsReply changed(Inode inode, int transaction) {
        inodes.changed(inode);
        return FileSystem.done(transaction);
    }
}
