package ring3.app.disk;

import java.io.IOException;
import java.io.InputStream;

/// Makes new files on a volume. Everything belongs to user and group 0. What does not fit is told
/// by a [DiskError].
final class WriteFileSystem {
    private final Volume volume;
    private final int seconds;

    /// @param seconds when all that is made was made, since 1970
    WriteFileSystem(Volume volume, int seconds) {
        this.volume = volume;
        this.seconds = seconds;
    }

    /// Makes the disk empty: a file system with a root directory.
    void format() {
        DiskLayout layout = volume.layout();
        for (int block = 0; block < layout.firstData(); block++) {
            volume.blocks().clear(block);
        }
        int block = Superblock.OFFSET / layout.blockSize();
        int place = Superblock.OFFSET % layout.blockSize();
        Superblock.of(layout).write(volume.blocks().write(block), place);
        volume.inodeMap().format(layout.inodeMapBlocks());
        volume.zoneMap().format(layout.zoneMapBlocks());
    }

    /// Makes the root directory of an empty disk.
    Inode root(int permissions) {
        Inode root = volume.takeInode(DiskLayout.DIRECTORY | permissions);
        return begin(root, root);
    }

    /// Makes a directory.
    Inode directory(Inode parent, String name, int permissions) {
        if (parent.links() >= DiskLayout.LINKS_MAX) {
            throw new DiskError(name, "the directory above cannot have any more below it");
        }
        return begin(enter(parent, name, DiskLayout.DIRECTORY | permissions), parent);
    }

    private Inode begin(Inode inode, Inode parent) {
        Directory directory = new Directory(volume, inode);
        directory.add(Directory.SELF, inode.number());
        directory.add(Directory.PARENT, parent.number());
        inode.setLinks(inode.links() + 1);
        parent.setLinks(parent.links() + 1);
        inode.touch(seconds);
        return inode;
    }

    /// Makes an empty regular file.
    Inode file(Inode parent, String name, int permissions) {
        return enter(parent, name, DiskLayout.REGULAR | permissions);
    }

    /// Makes a device node.
    ///
    /// @param mode type and permissions
    void device(Inode parent, String name, int mode, int device) {
        enter(parent, name, mode).setZone(0, device);
    }

    private Inode enter(Inode parent, String name, int mode) {
        Inode inode = volume.takeInode(mode);
        new Directory(volume, parent).add(name, inode.number());
        inode.setLinks(1);
        inode.touch(seconds);
        parent.touch(seconds);
        return inode;
    }

    /// Puts other contents into a regular file, and gives it other permissions.
    void replace(Inode file, int permissions, InputStream contents) throws IOException {
        new FileContents(volume, file).replace(contents);
        file.setMode(DiskLayout.REGULAR | permissions);
        file.touch(seconds);
    }
}
