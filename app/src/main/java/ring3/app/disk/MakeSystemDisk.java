package ring3.app.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import ring3.app.machine.Programs;
import ring3.components.Catalog;
import ring3.components.Catalog.Executable;
import ring3.loader.Refusal;
import ring3.loader.TextCache;

/// Makes the disk that the emulated system starts from: the files of a folder, what the manifest
/// beside it says, and every executable of the catalogue.
public final class MakeSystemDisk {
    /// The only block size that `fsck.minix` can check.
    private static final int BLOCK_SIZE = 1024;

    private static final int FREE_BYTES = 8 << 20;
    private static final int EXECUTABLE = 0755;
    private static final int READABLE = 0644;
    private static final int BAD_USAGE = 2;

    private MakeSystemDisk() {}

    /// Three arguments: the folder, say `assets/disk`, beside which `disk.manifest` lies, the image
    /// file to write, and the file for the loader's cache of the executables on it. Ends with
    /// status 2 and a sentence when that does not work.
    public static void main(String[] arguments) {
        if (arguments.length != 3) {
            fail("three arguments are needed: the folder with the files, the image, the cache");
        }
        try {
            write(Path.of(arguments[1]), build(Path.of(arguments[0]), Catalog.all()));
            List<byte[]> programs =
                    Catalog.all().stream().map(entry -> Programs.link(entry).bytes()).toList();
            write(Path.of(arguments[2]), TextCache.write(Programs.uncached(), programs));
        } catch (IOException | IllegalArgumentException problem) {
            fail("cannot make the system disk: " + problem);
        } catch (Refusal refusal) {
            fail("cannot make the system disk: " + refusal.sentence());
        }
    }

    private static void write(Path target, byte[] bytes) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.write(target, bytes);
    }

    @SuppressWarnings("SystemExitOutsideMain")
    private static void fail(String sentence) {
        System.err.println(sentence);
        System.exit(BAD_USAGE);
    }

    /// The image with the files of `folder` and the executables.
    static byte[] build(Path folder, List<Executable> executables) throws IOException {
        DiskTree tree = new DiskTree();
        addFolder(folder, tree);
        for (Executable executable : executables) {
            byte[] image = Programs.link(executable).bytes();
            tree.put(executable.path(), new DiskNode.RegularFile(EXECUTABLE, image));
        }
        Path manifest = folder.resolveSibling(folder.getFileName() + ".manifest");
        DiskManifest.apply(Files.readAllLines(manifest), tree);
        return MakeFileSystem.build(tree, BLOCK_SIZE, FREE_BYTES);
    }

    private static void addFolder(Path folder, DiskTree tree) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            StringBuilder path = new StringBuilder();
            folder.relativize(file).forEach(name -> path.append('/').append(name));
            byte[] contents = Files.readAllBytes(file);
            tree.put(path.toString(), new DiskNode.RegularFile(READABLE, contents));
        }
    }
}
