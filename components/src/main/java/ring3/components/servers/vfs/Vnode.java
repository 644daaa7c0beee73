package ring3.components.servers.vfs;

import org.jspecify.annotations.Nullable;
import ring3.components.protocol.FsReply.FsNode;
import ring3.components.protocol.Stat;
import ring3.syslib.Endpoint;

/// A file that somebody uses (minix: servers/vfs/vnode.h). Its file server keeps the inode open
/// from the first reference to the last.
final class Vnode {
    private final Mount mount;
    private final int inode;
    private final int device;
    private int mode;
    private long size;
    private int references;
    private int serverReferences;
    private @Nullable Pipe pipe;

    Vnode(Mount mount, FsNode node) {
        this.mount = mount;
        this.inode = node.inode();
        this.device = node.device();
        this.mode = node.mode();
        this.size = node.size();
    }

    Mount mount() {
        return mount;
    }

    Endpoint server() {
        return mount.server();
    }

    int inode() {
        return inode;
    }

    /// The device that this node stands for, if it is a device node.
    int device() {
        return device;
    }

    int mode() {
        return mode;
    }

    void changeMode(int permissions) {
        mode = (mode & Stat.TYPE_MASK) | permissions;
    }

    long size() {
        return size;
    }

    void resize(long bytes) {
        size = bytes;
    }

    /// One of the types in [Stat].
    int fileType() {
        return mode & Stat.TYPE_MASK;
    }

    boolean isDirectory() {
        return fileType() == Stat.DIRECTORY;
    }

    boolean isRegular() {
        return fileType() == Stat.REGULAR;
    }

    int references() {
        return references;
    }

    /// The pipe behind a named pipe; null while nobody has it open.
    @Nullable Pipe pipe() {
        return pipe;
    }

    void setPipe(Pipe pipe) {
        this.pipe = pipe;
    }

    /// The file server has opened the inode once more for us.
    Vnode openedAgain() {
        serverReferences++;
        return dup();
    }

    /// Gives back all openings but one: a file server unmounts only what is open no more than that.
    void keepOneAtServer() {
        if (serverReferences > 1) {
            mount.giveBack(this, serverReferences - 1);
            serverReferences = 1;
        }
    }

    /// One more user.
    Vnode dup() {
        references++;
        return this;
    }

    /// One user less; after the last one the file server may forget the inode.
    void put() {
        assert references > 0 : "inode " + inode + " was put too often";
        references--;
        if (references == 0) {
            mount.forget(this, serverReferences);
        }
    }
}
