package ring3.app.drive;

import java.io.IOException;
import java.nio.file.Path;
import ring3.app.BadInput;
import ring3.app.FileTrouble;
import ring3.app.disk.ImageFile;
import ring3.hardware.DiskImage;
import ring3.hardware.OverlayImage;

/// An image file of the host in drive 1. The file changes only if somebody asked for that.
public final class DriveFile implements AutoCloseable {
    private final FileImage file;
    private final DiskImage image;

    private DriveFile(FileImage file, boolean writable) {
        this.file = file;
        image = writable ? file : new OverlayImage(file);
    }

    /// Opens an image that holds a MINIX V3 file system.
    ///
    /// @param writable what the machine writes goes to the file, instead of being forgotten
    /// @throws BadInput when the file is not there, may not be used or is no such image
    public static DriveFile open(Path path, boolean writable) {
        new ImageFile(path).require();
        try {
            return new DriveFile(new FileImage(path, writable), writable);
        } catch (IOException problem) {
            throw FileTrouble.with(path, problem);
        }
    }

    /// What the machine sees.
    public DiskImage image() {
        return image;
    }

    /// Returns when what was written is safe in the file.
    @Override
    public void close() {
        file.close();
    }
}
