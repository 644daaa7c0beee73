package ring3.components.servers.vfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static ring3.components.servers.vfs.World.A;
import static ring3.components.servers.vfs.World.DATA;
import static ring3.components.servers.vfs.World.PATH;
import static ring3.components.servers.vfs.World.PATH_2;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ring3.components.protocol.Fcntl;
import ring3.components.protocol.Stat;
import ring3.components.protocol.Vfs.VfsAccess;
import ring3.components.protocol.Vfs.VfsChmod;
import ring3.components.protocol.Vfs.VfsLink;
import ring3.components.protocol.Vfs.VfsMkdir;
import ring3.components.protocol.Vfs.VfsMknod;
import ring3.components.protocol.Vfs.VfsReadlink;
import ring3.components.protocol.Vfs.VfsRename;
import ring3.components.protocol.Vfs.VfsSymlink;
import ring3.components.protocol.Vfs.VfsTruncate;
import ring3.components.protocol.Vfs.VfsUnlink;
import ring3.syslib.Errno;

class NameTest {
    private World world = new World();

    @BeforeEach
    void files() {
        world.root.directory("/d");
        world.root.file("/f", Stat.REGULAR | 0644, "contents");
    }

    @AfterEach
    void end() {
        assertEquals(0, world.grants());
        world.close();
    }

    private int path(String text) {
        return world.memory(A).putText(PATH, text);
    }

    private int path2(String text) {
        return world.memory(A).putText(PATH_2, text);
    }

    @Test
    void mkdirMasksTheModeAndTakesTrailingSlashes() {
        assertEquals(0, world.status(A, new VfsMkdir(PATH, path("/d/new/"), 0777)));

        assertEquals(Stat.DIRECTORY | 0755, world.root.at("/d/new").mode);
    }

    @Test
    void mknodKeepsTheType() {
        int mode = Stat.FIFO | 0666;
        assertEquals(0, world.status(A, new VfsMknod(PATH, path("/pipe"), mode, 0)));

        assertEquals(Stat.FIFO | 0644, world.root.at("/pipe").mode);
    }

    @Test
    void newNamesNeedADirectory() {
        assertEquals(
                Errno.ENOENT.status(), world.status(A, new VfsMkdir(PATH, path("/x/y"), 0777)));
        assertEquals(
                Errno.ENOTDIR.status(), world.status(A, new VfsMkdir(PATH, path("/f/y"), 0777)));
    }

    @Test
    void renameMovesBetweenDirectories() {
        VfsRename rename = new VfsRename(PATH, path("/f"), PATH_2, path2("/d/g"));
        assertEquals(0, world.status(A, rename));

        assertEquals("contents", world.root.at("/d/g").text());
        assertEquals(Errno.ENOENT.status(), world.status(A, rename));
    }

    @Test
    void linkGivesASecondNameToAFileButNotToADirectory() {
        assertEquals(0, world.status(A, new VfsLink(PATH, path("/f"), PATH_2, path2("/d/g"))));
        assertEquals(world.root.at("/f"), world.root.at("/d/g"));

        VfsLink directory = new VfsLink(PATH, path("/d"), PATH_2, path2("/e"));
        assertEquals(Errno.EPERM.status(), world.status(A, directory));
    }

    @Test
    void unlinkedFileLivesUntilItIsClosed() {
        int fd = world.opened(A, "/f", Fcntl.O_RDONLY);

        assertEquals(0, world.status(A, new VfsUnlink(PATH, path("/f"))));

        assertEquals("contents", world.text(A, fd, 100));
        assertEquals(Errno.ENOENT.status(), world.opened(A, "/f", Fcntl.O_RDONLY));
    }

    @Test
    void symbolicLinkIsReadAsItWasWritten() {
        assertEquals(
                0, world.status(A, new VfsSymlink(PATH_2, path2("/f"), PATH, path("/d/link"))));

        VfsReadlink read = new VfsReadlink(PATH, path("/d/link"), DATA, 100);
        assertEquals(2, world.status(A, read));
        assertEquals("/f", world.memory(A).text(DATA, 2));
        VfsReadlink file = new VfsReadlink(PATH, path("/f"), DATA, 100);
        assertEquals(Errno.EINVAL.status(), world.status(A, file));
    }

    @Test
    void superuserRunsOnlyWhatSomebodyMayRun() {
        int execute = 1;
        int all = 7;
        assertEquals(
                Errno.EACCES.status(), world.status(A, new VfsAccess(PATH, path("/f"), execute)));
        assertEquals(0, world.status(A, new VfsAccess(PATH, path("/d"), all)));

        assertEquals(0, world.status(A, new VfsChmod(PATH, path("/f"), 0700)));
        assertEquals(0, world.status(A, new VfsAccess(PATH, path("/f"), execute)));
        assertEquals(Errno.EINVAL.status(), world.status(A, new VfsAccess(PATH, path("/f"), 8)));
    }

    @Test
    void truncateNeedsAFileAndASize() {
        assertEquals(0, world.status(A, new VfsTruncate(PATH, path("/f"), 3)));
        assertEquals("con", world.root.at("/f").text());

        assertEquals(Errno.EISDIR.status(), world.status(A, new VfsTruncate(PATH, path("/d"), 3)));
        assertEquals(Errno.EINVAL.status(), world.status(A, new VfsTruncate(PATH, path("/f"), -1)));
        assertFalse(world.root.at("/f").text().isEmpty());
    }
}
