package ring3.app.disk;

/// A file of a disk image that is to be made. Everything belongs to user and group 0.
public sealed interface DiskNode {
    /// The permissions, 0 to 07777.
    int permissions();

    /// A directory; what is in it is told by the paths of a [DiskTree].
    record Directory(int permissions) implements DiskNode {}

    /// A regular file with its contents.
    final class RegularFile implements DiskNode {
        private final int permissions;
        private final byte[] contents;

        /// A file of these bytes, which are not copied.
        public RegularFile(int permissions, byte[] contents) {
            this.permissions = permissions;
            this.contents = contents;
        }

        @Override
        public int permissions() {
            return permissions;
        }

        byte[] contents() {
            return contents;
        }
    }

    /// A character device, as `/dev/console`.
    record CharacterDevice(int permissions, int major, int minor) implements DiskNode {}

    /// A block device, as `/dev/c0d0`.
    record BlockDevice(int permissions, int major, int minor) implements DiskNode {}
}
