package ring3.components.servers.mfs;

import ring3.components.protocol.Dirent;
import ring3.components.protocol.Fs.ReqGetdents;
import ring3.components.protocol.FsReply.FsTransfer;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;

/// Reading directories (minix: fs/mfs/read.c: fs_getdents). A position in a directory is the byte
/// that an entry begins at.
final class Listing {
    private final ClientMemory clients;
    private final Directory directories;
    private final InodeTable inodes;

    Listing(ClientMemory clients, Directory directories, InodeTable inodes) {
        this.clients = clients;
        this.directories = directories;
        this.inodes = inodes;
    }

    /// Stores entries from the position on until the grant, or our own buffer, is full. EINVAL when
    /// not even one fits.
    FsTransfer read(Endpoint client, ReqGetdents request) {
        Inode directory = inodes.opened(request.inode());
        FsError.when(!directory.isDirectory(), Errno.ENOTDIR);
        FsError.when(request.pos() < 0 || request.pos() % Directory.ENTRY_BYTES != 0, Errno.EINVAL);
        int room = Math.min(request.bytes(), ClientMemory.BYTES_MAX);
        int used = 0;
        long position = request.pos();
        for (; position < directory.size; position += Directory.ENTRY_BYTES) {
            int inode = directories.inodeAt(directory, (int) position);
            if (inode != Directory.NONE) {
                Dirent entry = new Dirent(inode, directories.nameAt(directory, (int) position));
                if (used + entry.bytes() > room) {
                    FsError.when(used == 0, Errno.EINVAL);
                    break;
                }
                entry.store(clients.memory(), clients.buffer() + used);
                used += entry.bytes();
            }
        }
        if (used > 0) {
            clients.send(client, request.grant(), used);
        }
        inodes.accessed(directory);
        return new FsTransfer(request.transaction(), used, position);
    }
}
