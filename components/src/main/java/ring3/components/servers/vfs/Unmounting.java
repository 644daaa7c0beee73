package ring3.components.servers.vfs;

import ring3.components.protocol.Fs.ReqUnmount;
import ring3.components.protocol.FsReply.FsResult;
import ring3.components.protocol.Stat;
import ring3.components.protocol.Vfs.VfsUmount;
import ring3.syslib.Errno;

/// UMOUNT (minix: servers/vfs/mount.c). The file server is told only when nobody uses a file of its
/// file system any more.
final class Unmounting {
    private final MountTable mounts;
    private final Lookup lookup;
    private final Loans loans;

    Unmounting(MountTable mounts, Lookup lookup, Loans loans) {
        this.mounts = mounts;
        this.lookup = lookup;
        this.loans = loans;
    }

    /// Unmounts what a path names: the directory it is mounted on, or its device.
    void umount(Call call, VfsUmount request) {
        String path = loans.path(call, request.path(), request.length());
        lookup.find(call, path, 0, node -> umount(call, node));
    }

    private void umount(Call call, Vnode node) {
        boolean byDevice = node.fileType() == Stat.BLOCK;
        Mount mount = byDevice ? mounts.ofDevice(node.device()) : node.mount();
        if (mount == null || !(byDevice || mount.isRoot(node))) {
            throw new Refused(Errno.EINVAL);
        }
        if (mount.equals(mounts.root()) || !mount.hasRoot()) {
            throw new Refused(Errno.EBUSY);
        }
        if (mount.channel().dead()) {
            leave(mount);
            call.done(0);
        } else {
            unmount(call, mount, byDevice ? 0 : 1);
        }
    }

    private void unmount(Call call, Mount mount, int ownReferences) {
        if (mount.inUse(ownReferences)) {
            throw new Refused(Errno.EBUSY);
        }
        mount.root().keepOneAtServer();
        mount.ask(
                call,
                FsResult.class,
                ReqUnmount::new,
                done -> {
                    leave(mount);
                    call.done(done.status());
                });
    }

    /// The file server has forgotten the file system, so nothing more is said to it.
    private void leave(Mount mount) {
        mounts.remove(mount);
        mount.channel().die();
        mount.detach();
    }
}
