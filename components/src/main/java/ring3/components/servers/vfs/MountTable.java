package ring3.components.servers.vfs;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.components.protocol.FsReply;
import ring3.syslib.Endpoint;

/// All mounts, the root file system first; also those that are still being mounted or unmounted.
final class MountTable {
    private final List<Mount> mounts = new ArrayList<>();
    private @Nullable Mount root;

    void add(Mount mount) {
        mounts.add(mount);
    }

    void remove(Mount mount) {
        mounts.remove(mount);
    }

    List<Mount> all() {
        return List.copyOf(mounts);
    }

    void setRoot(Mount mount) {
        root = mount;
    }

    /// Whether there is a root file system yet: paths mean nothing before.
    boolean hasRoot() {
        return root != null;
    }

    /// The root file system.
    Mount root() {
        return requireNonNull(root, "no root yet");
    }

    /// What is mounted on an inode, or null.
    @Nullable Mount on(Mount mount, int inode) {
        return mounts.stream().filter(m -> m.covers(mount, inode)).findFirst().orElse(null);
    }

    /// The mount of a device, or null.
    @Nullable Mount ofDevice(int device) {
        return mounts.stream()
                .filter(m -> m.description().device() == device)
                .findFirst()
                .orElse(null);
    }

    /// The mount that a process serves, or null.
    @Nullable Mount servedBy(Endpoint server) {
        return mounts.stream()
                .filter(m -> m.server().equals(server) && !m.channel().dead())
                .findFirst()
                .orElse(null);
    }

    /// A file server answers.
    void answered(Endpoint source, FsReply reply) {
        Mount mount = servedBy(source);
        if (mount != null) {
            mount.channel().answered(reply.transaction(), reply);
        }
    }

    /// A process is gone; if it was a file server, its files can be closed and nothing else.
    void serverGone(Endpoint server) {
        Mount mount = servedBy(server);
        if (mount != null) {
            mount.channel().die();
        }
    }
}
