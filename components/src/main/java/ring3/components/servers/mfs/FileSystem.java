package ring3.components.servers.mfs;

import ring3.components.protocol.Fs.ReqFtrunc;
import ring3.components.protocol.Fs.ReqLookup;
import ring3.components.protocol.Fs.ReqMountpoint;
import ring3.components.protocol.Fs.ReqPutnode;
import ring3.components.protocol.Fs.ReqRdlink;
import ring3.components.protocol.Fs.ReqRead;
import ring3.components.protocol.Fs.ReqWrite;
import ring3.components.protocol.FsReply;
import ring3.components.protocol.FsReply.FsNode;
import ring3.components.protocol.FsReply.FsResult;
import ring3.components.protocol.FsReply.FsTransfer;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Syslib;

/// A file system that is mounted: its parts, and the requests that need more than one of them.
final class FileSystem {
    private final ClientMemory clients;
    private final Volume volume;
    private final boolean root;
    private final InodeTable inodes;
    private final Names names;
    private final NameRequests nameRequests;
    private final FileData data;
    private final Symlinks symlinks;
    private final Attributes attributes;
    private final Listing listing;

    /// @param root whether it is the root of all file systems
    FileSystem(Syslib sys, ClientMemory clients, Volume volume, WallClock clock, boolean root) {
        this.clients = clients;
        this.volume = volume;
        this.root = root;
        ZoneMap zones = new ZoneMap(volume);
        this.inodes = new InodeTable(volume, zones, clock);
        Directory directories = new Directory(volume, zones, inodes);
        this.names = new Names(volume, inodes, directories);
        this.data = new FileData(sys, volume, zones, inodes, clients);
        this.symlinks = new Symlinks(volume, zones, inodes);
        this.nameRequests = new NameRequests(clients, inodes, names, symlinks);
        this.attributes = new Attributes(clients, volume, inodes);
        this.listing = new Listing(clients, directories, inodes);
    }

    ClientMemory clients() {
        return clients;
    }

    InodeTable inodes() {
        return inodes;
    }

    Names names() {
        return names;
    }

    NameRequests nameRequests() {
        return nameRequests;
    }

    Symlinks symlinks() {
        return symlinks;
    }

    Attributes attributes() {
        return attributes;
    }

    Listing listing() {
        return listing;
    }

    /// Whether it is the root of all file systems.
    boolean isRoot() {
        return root;
    }

    /// The answer that tells nothing but success.
    static FsReply done(int transaction) {
        return new FsResult(transaction, Errno.OK.status());
    }

    /// What VFS learns of an inode that it has open now.
    static FsReply node(int transaction, Inode inode) {
        return new FsNode(
                transaction,
                inode.number,
                inode.mode,
                inode.size,
                inode.device(),
                inode.uid,
                inode.gid);
    }

    /// REQ_LOOKUP.
    FsReply lookup(Endpoint client, ReqLookup request) {
        String path = clients.text(client, request.pathGrant(), request.pathLength());
        return new PathLookup(this, client, request, path).follow();
    }

    /// REQ_RDLINK: as much of the path as fits.
    FsReply rdlink(Endpoint client, ReqRdlink request) {
        Inode link = inodes.opened(request.inode());
        FsError.when(!link.isSymlink(), Errno.EINVAL);
        String target = symlinks.target(link);
        int bytes = Math.clamp(request.bytes(), 0, target.length());
        clients.putText(client, request.grant(), target.substring(0, bytes));
        return new FsTransfer(request.transaction(), bytes, bytes);
    }

    /// REQ_READ.
    FsReply read(Endpoint client, ReqRead request) {
        Inode inode = inodes.opened(request.inode());
        requireData(inode);
        int moved = data.read(inode, request.pos(), client, request.grant(), request.bytes());
        return new FsTransfer(request.transaction(), moved, request.pos() + moved);
    }

    /// REQ_WRITE.
    FsReply write(Endpoint client, ReqWrite request) {
        Inode inode = inodes.opened(request.inode());
        requireRegular(inode);
        int moved = data.write(inode, request.pos(), client, request.grant(), request.bytes());
        return new FsTransfer(request.transaction(), moved, request.pos() + moved);
    }

    /// REQ_FTRUNC.
    FsReply ftrunc(ReqFtrunc request) {
        Inode inode = inodes.opened(request.inode());
        requireRegular(inode);
        if (request.to() == 0) {
            data.resize(inode, request.from());
        } else {
            data.punch(inode, request.from(), request.to());
        }
        return done(request.transaction());
    }

    private static void requireData(Inode inode) {
        FsError.when(!inode.hasData(), Errno.EINVAL);
    }

    private static void requireRegular(Inode inode) {
        FsError.when(inode.isDirectory(), Errno.EISDIR);
        FsError.when(!inode.isRegular(), Errno.EINVAL);
    }

    /// REQ_MOUNTPOINT: EBUSY when something is mounted there already.
    FsReply mountpoint(ReqMountpoint request) {
        Inode inode = inodes.opened(request.inode());
        FsError.when(!inode.isDirectory(), Errno.ENOTDIR);
        FsError.when(inode.isMountpoint, Errno.EBUSY);
        inode.isMountpoint = true;
        return done(request.transaction());
    }

    /// REQ_PUTNODE.
    FsReply putnode(ReqPutnode request) {
        inodes.put(inodes.opened(request.inode()), request.count());
        return done(request.transaction());
    }

    /// Closes whatever is open and writes everything back for the last time.
    void unmount() {
        inodes.closeAll();
        flush(true);
    }

    /// The device that it lies on.
    int device() {
        return volume.device();
    }

    /// Writes everything back; `clean` when nothing will be changed any more.
    void flush(boolean clean) {
        if (!volume.isReadOnly()) {
            inodes.flush();
        }
        volume.flush(clean);
    }
}
