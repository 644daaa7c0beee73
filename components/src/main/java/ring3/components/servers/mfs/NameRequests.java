package ring3.components.servers.mfs;

import ring3.components.protocol.Fs.ReqCreate;
import ring3.components.protocol.Fs.ReqLink;
import ring3.components.protocol.Fs.ReqMkdir;
import ring3.components.protocol.Fs.ReqMknod;
import ring3.components.protocol.Fs.ReqRename;
import ring3.components.protocol.Fs.ReqRmdir;
import ring3.components.protocol.Fs.ReqSlink;
import ring3.components.protocol.Fs.ReqUnlink;
import ring3.components.protocol.FsReply;
import ring3.components.protocol.Stat;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;

/// The requests that make and remove names: fetches the names from the client, finds the
/// directories, and leaves the rest to [Names].
final class NameRequests {
    private final ClientMemory clients;
    private final InodeTable inodes;
    private final Names names;
    private final Symlinks symlinks;

    NameRequests(ClientMemory clients, InodeTable inodes, Names names, Symlinks symlinks) {
        this.clients = clients;
        this.inodes = inodes;
        this.names = names;
        this.symlinks = symlinks;
    }

    /// REQ_CREATE: the file is open afterwards.
    FsReply create(Endpoint client, ReqCreate request) {
        String name = clients.name(client, request.nameGrant(), request.nameLength());
        Inode directory = inodes.opened(request.directory());
        names.requireNew(directory, name);
        int mode = Stat.REGULAR | (request.mode() & ~Stat.TYPE_MASK);
        Inode inode = inodes.create(mode, request.uid(), request.gid());
        names.adopt(directory, name, inode);
        return FileSystem.node(request.transaction(), inode);
    }

    /// REQ_MKNOD: EINVAL for a type of file that other requests make.
    FsReply mknod(Endpoint client, ReqMknod request) {
        String name = clients.name(client, request.nameGrant(), request.nameLength());
        Inode directory = inodes.opened(request.directory());
        switch (request.mode() & Stat.TYPE_MASK) {
            case Stat.CHARACTER, Stat.BLOCK, Stat.FIFO, Stat.REGULAR, Inode.SOCKET -> {}
            default -> throw new FsError(Errno.EINVAL);
        }
        names.requireNew(directory, name);
        Inode inode = inodes.create(request.mode(), request.uid(), request.gid());
        inode.setDevice(request.device());
        names.adopt(directory, name, inode);
        return closed(inode, request.transaction());
    }

    /// REQ_MKDIR.
    FsReply mkdir(Endpoint client, ReqMkdir request) {
        String name = clients.name(client, request.nameGrant(), request.nameLength());
        Inode parent = inodes.opened(request.directory());
        Inode made = names.mkdir(parent, name, request.mode(), request.uid(), request.gid());
        return closed(made, request.transaction());
    }

    /// REQ_SLINK.
    FsReply slink(Endpoint client, ReqSlink request) {
        String name = clients.name(client, request.nameGrant(), request.nameLength());
        String target = clients.text(client, request.targetGrant(), request.targetLength());
        Inode directory = inodes.opened(request.directory());
        names.requireNew(directory, name);
        Inode inode = symlinks.create(target, request.uid(), request.gid());
        names.adopt(directory, name, inode);
        return closed(inode, request.transaction());
    }

    private FsReply closed(Inode inode, int transaction) {
        inodes.put(inode, 1);
        return FileSystem.done(transaction);
    }

    /// REQ_LINK.
    FsReply link(Endpoint client, ReqLink request) {
        String name = clients.name(client, request.nameGrant(), request.nameLength());
        names.link(inodes.opened(request.directory()), name, inodes.opened(request.inode()));
        return FileSystem.done(request.transaction());
    }

    /// REQ_UNLINK.
    FsReply unlink(Endpoint client, ReqUnlink request) {
        String name = clients.name(client, request.nameGrant(), request.nameLength());
        names.unlink(inodes.opened(request.directory()), name);
        return FileSystem.done(request.transaction());
    }

    /// REQ_RMDIR.
    FsReply rmdir(Endpoint client, ReqRmdir request) {
        String name = clients.name(client, request.nameGrant(), request.nameLength());
        names.rmdir(inodes.opened(request.directory()), name);
        return FileSystem.done(request.transaction());
    }

    /// REQ_RENAME.
    FsReply rename(Endpoint client, ReqRename request) {
        String oldName = clients.name(client, request.oldGrant(), request.oldLength());
        String newName = clients.name(client, request.newGrant(), request.newLength());
        Inode oldParent = inodes.opened(request.oldDirectory());
        Inode newParent = inodes.opened(request.newDirectory());
        names.rename(oldParent, oldName, newParent, newName);
        return FileSystem.done(request.transaction());
    }
}
