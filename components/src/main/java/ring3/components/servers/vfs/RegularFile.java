package ring3.components.servers.vfs;

import ring3.components.protocol.Fcntl;
import ring3.components.protocol.Fs.ReqRead;
import ring3.components.protocol.Fs.ReqWrite;
import ring3.components.protocol.FsReply.FsTransfer;
import ring3.syslib.Errno;
import ring3.syslib.GrantTable;

/// An open file or directory of a file server (minix: servers/vfs/read.c). The file server moves
/// the bytes by a grant straight to or from the process; here only the position is kept.
final class RegularFile implements Stream {
    private final Vnode node;
    private final Loans loans;

    RegularFile(Vnode node, Loans loans) {
        this.node = node;
        this.loans = loans;
    }

    @Override
    public void read(Call call, Filp filp, int address, int bytes) {
        if (node.isDirectory()) {
            throw new Refused(Errno.EISDIR);
        }
        int grant = loans.ofUser(call, node.server(), address, bytes, GrantTable.WRITE);
        node.mount()
                .ask(
                        call,
                        FsTransfer.class,
                        id -> new ReqRead(id, node.inode(), filp.position(), grant, bytes),
                        moved -> advance(call, filp, moved));
    }

    @Override
    public void write(Call call, Filp filp, int address, int bytes) {
        int grant = loans.ofUser(call, node.server(), address, bytes, GrantTable.READ);
        node.mount()
                .ask(
                        call,
                        FsTransfer.class,
                        id -> new ReqWrite(id, node.inode(), writePosition(filp), grant, bytes),
                        moved -> {
                            node.resize(Math.max(node.size(), moved.newPos()));
                            advance(call, filp, moved);
                        });
    }

    private long writePosition(Filp filp) {
        return filp.has(Fcntl.O_APPEND) ? node.size() : filp.position();
    }

    private static void advance(Call call, Filp filp, FsTransfer moved) {
        filp.moveTo(moved.newPos());
        call.done(moved.bytes());
    }

    @Override
    public boolean seekable() {
        return true;
    }
}
