package ring3.app.student;

import java.nio.charset.StandardCharsets;
import ring3.app.BadInput;
import ring3.app.Home;
import ring3.app.disk.ChangeFileSystem;
import ring3.app.disk.DiskError;
import ring3.app.disk.ReadFileSystem;
import ring3.hardware.DiskImage;
import ring3.hardware.MemoryImage;

/// A fresh system disk, and what is put on it besides the system. Services start when the machine
/// does: the start-up script asks the reincarnation server for them.
public final class DiskWithComponents {
    private static final String START_UP = "/etc/rc";
    private static final int EXECUTABLE = 0755;
    private static final int READABLE = 0644;

    private final byte[] disk;
    private final StringBuilder startUp = new StringBuilder();

    /// A disk with the system of an installation alone.
    public DiskWithComponents(Home home) {
        disk = home.systemDiskBytes();
        startUp.append(latin(new ReadFileSystem(disk).read(START_UP)));
    }

    /// Puts a component on it.
    ///
    /// @throws BadInput when it does not fit
    public void add(Component component) {
        put(component.path(), EXECUTABLE, component.executable());
        if (component.privileges() != null) {
            put(component.privilegesPath(), READABLE, latin(component.privileges()));
            startUp.append(component.startCommand()).append('\n');
            put(START_UP, EXECUTABLE, latin(startUp.toString()));
        }
    }

    /// Puts a shell script on it.
    void addScript(String path, String text) {
        put(path, EXECUTABLE, latin(text));
    }

    private void put(String path, int permissions, byte[] contents) {
        try {
            ChangeFileSystem change = new ChangeFileSystem(disk);
            change.put(path, permissions, contents);
            change.commit();
        } catch (DiskError error) {
            throw new BadInput("the system disk: " + error.getMessage());
        }
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String latin(byte[] text) {
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /// The disk as it is now.
    public DiskImage image() {
        return new MemoryImage(disk.clone());
    }
}
