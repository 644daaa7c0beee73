package ring3.components.servers.vfs;

import java.util.function.Consumer;
import ring3.components.lib.DataStore;
import ring3.components.protocol.Devices;
import ring3.components.protocol.Fs;
import ring3.components.protocol.Fs.ReqMountpoint;
import ring3.components.protocol.Fs.ReqReadsuper;
import ring3.components.protocol.Fs.ReqUnmount;
import ring3.components.protocol.FsReply.FsNode;
import ring3.components.protocol.FsReply.FsResult;
import ring3.components.protocol.Stat;
import ring3.components.protocol.Vfs.VfsMount;
import ring3.components.servers.vfs.Mount.Description;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Syslib;

/// MOUNT, and the mount of the root at boot (minix: servers/vfs/mount.c).
final class Mounting {
    private static final Description ROOT =
            new Description(
                    Devices.device(Devices.DISK_MAJOR, 0), "/dev/c0d0", "/", "fs_root", Fs.IS_ROOT);

    /// Its driver is started after us, so the label cannot be asked for yet.
    private static final String ROOT_DRIVER = "at_wini";

    private final Syslib sys;
    private final MountTable mounts;
    private final Drivers drivers;
    private final DataStore dataStore;
    private final Lookup lookup;
    private final Loans loans;

    Mounting(
            Syslib sys,
            MountTable mounts,
            Drivers drivers,
            DataStore dataStore,
            Lookup lookup,
            Loans loans) {
        this.sys = sys;
        this.mounts = mounts;
        this.drivers = drivers;
        this.dataStore = dataStore;
        this.lookup = lookup;
        this.loans = loans;
    }

    /// Mounts the root file system for `call`.
    void mountRoot(Call call) {
        Mount mount = new Mount(ROOT, new Channel(sys, Endpoint.MFS));
        mounts.add(mount);
        readSuper(
                call,
                mount,
                ROOT_DRIVER,
                root -> {
                    mount.takeRoot(root);
                    mounts.setRoot(mount);
                    call.done(0);
                });
    }

    /// Mounts for a process.
    void mount(Call call, VfsMount request) {
        String device = loans.path(call, request.device(), request.deviceLength());
        String directory = loans.path(call, request.directory(), request.directoryLength());
        String label = loans.path(call, request.label(), request.labelLength());
        int flags = request.flags() & Fs.READ_ONLY;
        lookup.find(
                call,
                device,
                0,
                node -> {
                    requireBlockDevice(node);
                    mount(call, new Description(node.device(), device, directory, label, flags));
                });
    }

    private static void requireBlockDevice(Vnode node) {
        if (node.fileType() != Stat.BLOCK) {
            throw new Refused(Errno.ENOTBLK);
        }
    }

    private void mount(Call call, Description description) {
        String driver = drivers.require(Devices.major(description.device())).label();
        Endpoint server = dataStore.retrieveLabel(description.label());
        if (server == null) {
            throw new Refused(Errno.EINVAL);
        }
        lookup.find(
                call,
                description.directory(),
                0,
                directory -> {
                    requireFree(directory);
                    requireFree(description.device(), server);
                    mountOn(
                            call,
                            new Mount(description, new Channel(sys, server)),
                            driver,
                            directory);
                });
    }

    /// Only a directory that nobody else uses can be covered: who is inside would be lost.
    private static void requireFree(Vnode directory) {
        Lookup.requireDirectory(directory);
        if (directory.references() > 1) {
            throw new Refused(Errno.EBUSY);
        }
    }

    private void requireFree(int device, Endpoint server) {
        if (mounts.ofDevice(device) != null || mounts.servedBy(server) != null) {
            throw new Refused(Errno.EBUSY);
        }
    }

    private void mountOn(Call call, Mount mount, String driver, Vnode directory) {
        mounts.add(mount);
        call.whenEnded(() -> dropUnlessCovering(mount));
        readSuper(
                call,
                mount,
                driver,
                root -> {
                    mount.takeRoot(root);
                    cover(call, mount, directory);
                });
    }

    private void readSuper(Call call, Mount mount, String driver, Consumer<FsNode> next) {
        Description description = mount.description();
        int grant = loans.ofName(call, mount.server(), driver);
        mount.ask(
                call,
                FsNode.class,
                id ->
                        new ReqReadsuper(
                                id,
                                description.device(),
                                grant,
                                driver.length(),
                                description.flags()),
                next);
    }

    private static void cover(Call call, Mount mount, Vnode directory) {
        directory
                .mount()
                .ask(
                        call,
                        FsResult.class,
                        id -> new ReqMountpoint(id, directory.inode()),
                        done -> {
                            mount.cover(directory.dup());
                            call.done(done.status());
                        });
    }

    /// Takes back a mount that failed half way.
    private void dropUnlessCovering(Mount mount) {
        if (mount.covered() == null) {
            mounts.remove(mount);
            if (mount.hasRoot()) {
                mount.channel().tell(ReqUnmount::new);
            }
        }
    }
}
