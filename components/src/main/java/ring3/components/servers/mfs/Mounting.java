package ring3.components.servers.mfs;

import org.jspecify.annotations.Nullable;
import ring3.components.lib.BlockClient;
import ring3.components.protocol.Bdev;
import ring3.components.protocol.Devices;
import ring3.components.protocol.Fs;
import ring3.components.protocol.Fs.ReqReadsuper;
import ring3.syslib.Errno;
import ring3.syslib.Syslib;

/// Opens a device and makes sure that it holds a file system that can be worked with (minix:
/// fs/mfs/mount.c). A refusal is one sentence on the log and EINVAL for the client.
final class Mounting {
    private static final int CACHE_BYTES_MAX = 512 * 4096 + BlockCache.CLUSTER_BYTES;

    /// One request must find room for all the blocks that it works with at once.
    private static final int CACHE_BYTES_MIN = 64 * 4096 + BlockCache.CLUSTER_BYTES;

    /// What the cache leaves for buffers that are first needed later.
    private static final int RESERVED_BYTES = 4096;

    private final Syslib sys;
    private final ClientMemory clients;
    private final BlockClient device;
    private final WallClock clock;
    private int cacheAddress;
    private int cacheBytes;

    Mounting(Syslib sys, ClientMemory clients, BlockClient device, WallClock clock) {
        this.sys = sys;
        this.clients = clients;
        this.device = device;
        this.clock = clock;
    }

    /// The file system on the device, with its root directory open.
    FileSystem mount(ReqReadsuper request, String label) {
        int minor = Devices.minor(request.device());
        boolean readOnly = (request.flags() & Fs.READ_ONLY) != 0;
        device.newDriver(label);
        int status = device.open(minor, readOnly ? Bdev.READ : Bdev.READ | Bdev.WRITE);
        if (status < 0) {
            throw refuse(request, "its driver does not open it", Errno.of(status));
        }
        try {
            FileSystem files = check(request, readOnly);
            requireRoot(request, files);
            files.flush(false);
            return files;
        } catch (FsError error) {
            device.close(minor);
            throw error;
        }
    }

    private FileSystem check(ReqReadsuper request, boolean readOnly) {
        int minor = Devices.minor(request.device());
        long size = device.size(minor);
        if (size < SuperBlock.POSITION + SuperBlock.BYTES) {
            throw refuse(request, "it is too small for a superblock", Errno.EINVAL);
        }
        int buffer = clients.buffer();
        int status = device.read(minor, SuperBlock.POSITION, SuperBlock.BYTES, buffer);
        if (status < 0) {
            throw refuse(request, "its superblock cannot be read", Errno.of(status));
        }
        SuperBlock layout = SuperBlock.load(sys.memory(), buffer);
        String problem = layout.problem(size);
        if (problem != null) {
            throw refuse(request, problem, Errno.EINVAL);
        }
        takeCacheMemory();
        BlockCache cache =
                new BlockCache(
                        device, minor, sys.memory(), cacheAddress, cacheBytes, layout.blockSize());
        Volume volume = new Volume(sys, layout, cache, request.device(), readOnly);
        boolean root = (request.flags() & Fs.IS_ROOT) != 0;
        return new FileSystem(sys, clients, volume, clock, root);
    }

    private void requireRoot(ReqReadsuper request, FileSystem files) {
        String problem = problemOfRoot(files);
        if (problem != null) {
            throw refuse(request, problem, Errno.EINVAL);
        }
    }

    private @Nullable String problemOfRoot(FileSystem files) {
        try {
            Inode root = files.inodes().get(Inode.ROOT);
            return root.isDirectory() ? null : "its root is no directory";
        } catch (FsError _) {
            return "its root directory cannot be used";
        }
    }

    private FsError refuse(ReqReadsuper request, String why, Errno errno) {
        sys.print("mfs: device " + Volume.name(request.device()) + " is not mounted: " + why);
        return new FsError(errno);
    }

    /// The same memory serves one mount after another: a process cannot give any back.
    private void takeCacheMemory() {
        if (cacheAddress == 0) {
            sys.grants();
            int left = sys.heap().end() - sys.heap().used() - RESERVED_BYTES;
            cacheBytes = Math.min(left, CACHE_BYTES_MAX);
            if (cacheBytes < CACHE_BYTES_MIN) {
                sys.print("mfs: there is too little memory for a block cache");
                throw new FsError(Errno.ENOMEM);
            }
            cacheAddress = sys.allocate(cacheBytes);
        }
    }
}
