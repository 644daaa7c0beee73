package ring3.components.servers.mfs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ring3.components.protocol.Fs;
import ring3.syslib.Errno;

/// Goal: whatever is done to a file system, it holds what it should and stays consistent. Method:
/// random calls on few names, so that they meet, against a model made of a map; the driver dies now
/// and then. A seed that fails is run alone with `-Dring3.seed=17`.
class MfsPropertyTest {
    private static final int CALLS = 600;
    private static final int OK = 0;

    private final TreeMap<String, ModelFile> model = new TreeMap<>();
    private MountedDisk disk = MountedDisk.of(Image.empty(1024, 2048, 64));
    private Random random = new Random(0);

    /// A directory has no contents; the names of one file share one of these.
    private static final class ModelFile {
        byte[] contents = {};
        final boolean directory;
        int links = 1;

        ModelFile(boolean directory) {
            this.directory = directory;
        }
    }

    static LongStream seeds() {
        Long only = Long.getLong("ring3.seed");
        return only == null ? LongStream.range(0, 24) : LongStream.of(only);
    }

    @ParameterizedTest(name = "-Dring3.seed={0}")
    @MethodSource("seeds")
    void theDiskHoldsWhatTheModelHolds(long seed) {
        random = new Random(seed);
        int blockSize = 1024 << random.nextInt(3);
        disk = MountedDisk.of(Image.empty(blockSize, 2048, 64));
        model.put("", new ModelFile(true));
        for (int i = 0; i < CALLS; i++) {
            if (random.nextInt(50) == 0) {
                disk.disk.dieAfter(random.nextInt(3), random.nextInt(4));
            }
            call();
            if (random.nextInt(100) == 0) {
                remount();
            }
        }
        compare();
        remount();
        compare();
    }

    private void remount() {
        assertEquals(OK, disk.sync());
        ImageCheck.assertClean(disk.disk.bytes);
        assertEquals(OK, disk.unmount());
        assertEquals(OK, disk.mount(Fs.IS_ROOT).type());
    }

    private void call() {
        String path = path();
        switch (random.nextInt(9)) {
            case 0 -> make(path, false);
            case 1 -> make(path, true);
            case 2 -> unlink(path);
            case 3 -> rmdir(path);
            case 4 -> link(path, path());
            case 5 -> rename(path, path());
            case 6 -> truncate(path);
            default -> write(path);
        }
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        for (int depth = random.nextInt(3); depth >= 0; depth--) {
            path.append('/').append((char) ('a' + random.nextInt(3)));
        }
        return path.toString();
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    private boolean hasParent(String path) {
        ModelFile parent = model.get(parent(path));
        return parent != null && parent.directory;
    }

    private boolean isEmpty(String path) {
        return model.keySet().stream().noneMatch(other -> other.startsWith(path + "/"));
    }

    private void make(String path, boolean directory) {
        boolean possible = hasParent(path) && !model.containsKey(path);
        int result = directory ? disk.mkdir(path) : disk.create(path);
        assertEquals(possible, result == OK, path);
        if (possible) {
            model.put(path, new ModelFile(directory));
        }
    }

    private void unlink(String path) {
        ModelFile file = model.get(path);
        boolean possible = file != null && !file.directory;
        assertEquals(possible, disk.unlink(path) == OK, path);
        if (file != null && possible) {
            model.remove(path);
            file.links--;
        }
    }

    private void rmdir(String path) {
        ModelFile file = model.get(path);
        boolean possible = file != null && file.directory && isEmpty(path);
        assertEquals(possible, disk.rmdir(path) == OK, path);
        if (possible) {
            model.remove(path);
        }
    }

    private void link(String path, String newPath) {
        ModelFile file = model.get(path);
        boolean possible =
                file != null
                        && !file.directory
                        && hasParent(newPath)
                        && !model.containsKey(newPath);
        assertEquals(possible, disk.link(path, newPath) == OK, path + " " + newPath);
        if (file != null && possible) {
            file.links++;
            model.put(newPath, file);
        }
    }

    private void rename(String path, String newPath) {
        ModelFile file = model.get(path);
        ModelFile other = model.get(newPath);
        boolean possible =
                file != null
                        && hasParent(newPath)
                        && !(file.directory && newPath.startsWith(path + "/"))
                        && (other == null
                                || other == file
                                || (other.directory == file.directory && isEmpty(newPath)));
        assertEquals(possible, disk.rename(path, newPath) == OK, path + " " + newPath);
        if (file != null && possible && other != file) {
            move(path, newPath, file);
        }
    }

    private void move(String path, String newPath, ModelFile file) {
        ModelFile replaced = model.put(newPath, file);
        if (replaced != null) {
            replaced.links--;
        }
        model.remove(path);
        for (String below :
                model.keySet().stream().filter(p -> p.startsWith(path + "/")).toList()) {
            model.put(newPath + below.substring(path.length()), model.remove(below));
        }
    }

    private void truncate(String path) {
        ModelFile file = model.get(path);
        int size = random.nextInt(20_000);
        boolean possible = file != null && !file.directory;
        assertEquals(possible, disk.truncate(path, size, 0) == OK, path);
        if (file != null && possible) {
            file.contents = Arrays.copyOf(file.contents, size);
        }
    }

    private void write(String path) {
        ModelFile file = model.get(path);
        byte[] bytes = new byte[1 + random.nextInt(random.nextBoolean() ? 100 : 30_000)];
        random.nextBytes(bytes);
        int at = random.nextInt(random.nextInt(10) == 0 ? 400_000 : 20_000);
        int result = disk.write(path, at, bytes);
        if (file == null) {
            assertEquals(Errno.ENOENT, notADirectoryIsNoEntry(Errno.of(result)), path);
        } else if (file.directory) {
            assertEquals(Errno.EISDIR.status(), result, path);
        } else {
            assertEquals(bytes.length, result, path);
            int size = Math.max(file.contents.length, at + bytes.length);
            file.contents = Arrays.copyOf(file.contents, size);
            System.arraycopy(bytes, 0, file.contents, at, bytes.length);
        }
    }

    private static Errno notADirectoryIsNoEntry(Errno error) {
        return error == Errno.ENOTDIR ? Errno.ENOENT : error;
    }

    private void compare() {
        model.forEach((path, file) -> {
            if (file.directory) {
                long names = model.keySet().stream().filter(p -> isIn(p, path)).count();
                assertEquals(names, disk.list(path + "/").size(), path);
            } else {
                assertArrayEquals(file.contents, disk.contents(path, 7000), path);
                assertEquals(file.links, disk.stat(path).links(), path);
            }
        });
    }

    private static boolean isIn(String path, String directory) {
        return !path.isEmpty() && parent(path).equals(directory);
    }
}
