package ring3.app.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ring3.components.Catalog;
import ring3.components.Catalog.Executable;
import ring3.loader.ExecutableFile;

class MakeSystemDiskTest {
    private static final Path ASSETS = Path.of("..", "assets", "disk");
    private static final int MEBIBYTE = 1 << 20;

    @TempDir private Path folder;
    private byte[] image = {};
    private ReadFileSystem disk = new ReadFileSystem(MakeFileSystem.build(new DiskTree(), 1024, 0));

    @BeforeEach
    void make() throws Exception {
        image = MakeSystemDisk.build(ASSETS, Catalog.all());
        disk = new ReadFileSystem(image);
    }

    @Test
    void fsckFindsNoError() throws Exception {
        Path file = folder.resolve("system.img");
        Files.write(file, image);

        FsckMinix.assertClean(file);
    }

    @Test
    void theFilesAreThoseOfTheFolder() throws Exception {
        for (String path : List.of("home/big.txt", "home/README.txt", "etc/rc", "etc/motd")) {
            assertArrayEquals(Files.readAllBytes(ASSETS.resolve(path)), disk.read("/" + path));
        }
        assertEquals(MEBIBYTE, disk.read("/home/big.txt").length);
    }

    @Test
    void everyExecutableLiesWhereTheCatalogueSays() throws Exception {
        for (Executable executable : Catalog.all()) {
            ExecutableFile file = ExecutableFile.read(disk.read(executable.path()));
            assertEquals(executable.name(), file.name());
            assertEquals(executable.main().getName(), file.main());
            assertEquals(DiskLayout.REGULAR | 0755, disk.mode(executable.path()));
        }
    }

    @Test
    void thereAreDevicesAndPlacesToMountAndWrite() {
        assertEquals(DiskLayout.CHARACTER | 0666, disk.mode("/dev/console"));
        assertEquals(4 << 8, disk.device("/dev/console"));
        assertEquals(3 << 8 | 5, disk.device("/dev/c0d1"));
        assertEquals(DiskLayout.DIRECTORY | 0755, disk.mode("/mnt"));
        assertEquals(DiskLayout.DIRECTORY | 0777, disk.mode("/tmp"));
    }
}
