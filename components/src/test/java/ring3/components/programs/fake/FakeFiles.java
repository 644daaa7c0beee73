package ring3.components.programs.fake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Dirent;
import ring3.components.protocol.Fcntl;
import ring3.components.protocol.Stat;
import ring3.components.protocol.Tty;
import ring3.components.protocol.Vfs;
import ring3.components.protocol.VfsReply;
import ring3.components.testing.ByteMemory;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Result;
import ring3.syslib.Signals;

/// The files of a [FakeSystem].
final class FakeFiles {
    private final FakeSystem system;
    private final Node root = new Node(1, Stat.DIRECTORY | 0755);
    private final Node console = new Node(2, Stat.CHARACTER | 0666);
    private int nextInode = 3;

    FakeFiles(FakeSystem system) {
        this.system = system;
        root.parent = root;
        directory("/bin");
        directory("/dev");
        directory("/etc");
        directory("/tmp");
        directory("/tmp/w");
        directory("/mnt");
        add("/dev/null", new Node(nextInode++, Stat.CHARACTER | 0666));
        add("/dev/console", console);
    }

    static String decode(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    Node root() {
        return root;
    }

    void directory(String path) {
        add(path, new Node(nextInode++, Stat.DIRECTORY | 0755));
    }

    void make(String path, int mode, String text) {
        Node file = new Node(nextInode++, Stat.REGULAR | mode);
        file.bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        add(path, file);
    }

    Channel temporary(String text) {
        Node file = new Node(nextInode++, Stat.REGULAR | 0644);
        file.bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return Channel.of(file, Fcntl.O_RDONLY);
    }

    private void add(String path, Node node) {
        int slash = path.lastIndexOf('/');
        Node directory = slash == 0 ? root : find(path.substring(0, slash));
        if (directory == null) {
            throw new IllegalArgumentException(path);
        }
        node.parent = directory;
        directory.children.put(path.substring(slash + 1), node);
    }

    @Nullable Node find(String path) {
        return walk(root, path, true, 0);
    }

    @Nullable Node find(FakeProcess process, String path) {
        return walk(process.directory, path, true, 0);
    }

    private @Nullable Node walk(Node from, String path, boolean follow, int links) {
        Node at = path.startsWith("/") ? root : from;
        String[] names = path.split("/", -1);
        for (int i = 0; i < names.length && at != null; i++) {
            if (names[i].isEmpty() || names[i].equals(".")) {
                continue;
            }
            Node directory = at;
            at = names[i].equals("..") ? at.parent : at.children.get(names[i]);
            boolean through = follow || i < names.length - 1 || path.endsWith("/");
            if (at != null && at.type() == Stat.SYMLINK && through) {
                at = links == 8 ? null : walk(directory, decode(at.bytes), true, links + 1);
            }
        }
        return at != null && path.endsWith("/") && !at.isDirectory() ? null : at;
    }

    /// Why a path cannot be found.
    private Errno missing(FakeProcess caller, String path) {
        for (int i = path.indexOf('/', 1); i >= 0; i = path.indexOf('/', i + 1)) {
            Node node = find(caller, path.substring(0, i));
            if (node != null && !node.isDirectory()) {
                return Errno.ENOTDIR;
            }
        }
        return Errno.ENOENT;
    }

    Message serve(FakeProcess caller, Vfs request) {
        return switch (request) {
            case Vfs.VfsRead(int fd, int address, int bytes) -> read(caller, fd, address, bytes);
            case Vfs.VfsWrite(int fd, int address, int bytes) -> write(caller, fd, address, bytes);
            case Vfs.VfsOpen(int at, int length, int flags, int mode) ->
                    open(caller, path(caller, at, length), flags, mode);
            case Vfs.VfsClose(int fd) -> close(caller, fd);
            case Vfs.VfsPipe2 _ -> pipe(caller);
            case Vfs.VfsFcntl(int fd, int command, int argument) ->
                    control(caller, fd, command, argument);
            case Vfs.VfsGetdents(int fd, int address, int bytes) ->
                    entries(caller, fd, address, bytes);
            case Vfs.VfsStat(int at, int length, int address) ->
                    stat(caller, path(caller, at, length), address, true);
            case Vfs.VfsLstat(int at, int length, int address) ->
                    stat(caller, path(caller, at, length), address, false);
            case Vfs.VfsReadlink(int at, int length, int address, int bytes) -> {
                Node node = walk(caller.directory, path(caller, at, length), false, 0);
                if (node == null || node.type() != Stat.SYMLINK) {
                    yield Result.of(node == null ? Errno.ENOENT : Errno.EINVAL);
                }
                caller.store(address, node.bytes);
                yield new Result(node.bytes.length);
            }
            case Vfs.VfsChdir(int at, int length) -> {
                String path = path(caller, at, length);
                Node node = find(caller, path);
                if (node == null || !node.isDirectory()) {
                    yield Result.of(node == null ? missing(caller, path) : Errno.ENOTDIR);
                }
                caller.directory = node;
                yield Result.OK;
            }
            case Vfs.VfsAccess(int at, int length, _) -> {
                String path = path(caller, at, length);
                yield Result.of(find(caller, path) == null ? missing(caller, path) : Errno.OK);
            }
            case Vfs.VfsMkdir(int at, int length, int mode) -> {
                Node made = new Node(nextInode++, Stat.DIRECTORY | mode & ~caller.umask);
                yield enter(caller, path(caller, at, length), made);
            }
            case Vfs.VfsMknod(int at, int length, int mode, int device) -> {
                Node made = new Node(nextInode++, mode & ~caller.umask);
                made.device = device;
                yield enter(caller, path(caller, at, length), made);
            }
            case Vfs.VfsSymlink(int target, int targetLength, int at, int length) -> {
                Node link = new Node(nextInode++, Stat.SYMLINK | 0777);
                link.bytes = caller.load(target, targetLength);
                yield enter(caller, path(caller, at, length), link);
            }
            case Vfs.VfsUnlink(int at, int length) ->
                    remove(caller, path(caller, at, length), false);
            case Vfs.VfsRmdir(int at, int length) -> remove(caller, path(caller, at, length), true);
            case Vfs.VfsRename(int at, int length, int to, int toLength) ->
                    rename(caller, path(caller, at, length), path(caller, to, toLength), true);
            case Vfs.VfsLink(int at, int length, int to, int toLength) ->
                    rename(caller, path(caller, at, length), path(caller, to, toLength), false);
            case Vfs.VfsUmask(int mask) -> {
                int former = caller.umask;
                caller.umask = mask;
                yield new Result(former);
            }
            case Vfs.VfsIoctl(int fd, int control, int address) ->
                    controlTerminal(caller, fd, control, address);
            case Vfs.VfsSelect _, Vfs.VfsSync _ -> Result.OK;
            default -> Result.of(Errno.ENOSYS);
        };
    }

    private static String path(FakeProcess caller, int address, int length) {
        return decode(caller.load(address, length));
    }

    private Message stat(FakeProcess caller, String path, int address, boolean follow) {
        Node node = path.isEmpty() ? null : walk(caller.directory, path, follow, 0);
        if (node == null) {
            return Result.of(missing(caller, path));
        }
        ByteMemory memory = new ByteMemory(Stat.BYTES);
        node.stat().store(memory, 0);
        byte[] bytes = new byte[Stat.BYTES];
        memory.get(0, bytes, 0, bytes.length);
        caller.store(address, bytes);
        return Result.OK;
    }

    private Message open(FakeProcess caller, String path, int flags, int mode) {
        Node node = path.isEmpty() ? null : find(caller, path);
        if (node == null && (flags & Fcntl.O_CREAT) != 0) {
            node = new Node(nextInode++, Stat.REGULAR | mode & 0777 & ~caller.umask);
            int status = enter(caller, path, node).type();
            if (status < 0) {
                return new Result(status);
            }
        }
        if (node == null) {
            return Result.of(missing(caller, path));
        }
        if (node.isDirectory() && (flags & Fcntl.O_ACCMODE) != Fcntl.O_RDONLY) {
            return Result.of(Errno.EISDIR);
        }
        if (!node.isDirectory() && (flags & Fcntl.O_DIRECTORY) != 0) {
            return Result.of(Errno.ENOTDIR);
        }
        if ((flags & Fcntl.O_TRUNC) != 0) {
            node.bytes = new byte[0];
        }
        boolean terminal = node == console;
        Channel channel = terminal ? Channel.of(system.terminal(), flags) : Channel.of(node, flags);
        return new Result(install(caller, channel, 0));
    }

    private Message controlTerminal(FakeProcess caller, int fd, int request, int address) {
        Channel channel = caller.open.get(fd);
        FakeTerminal terminal = channel == null ? null : channel.terminal;
        if (terminal == null) {
            return Result.of(channel == null ? Errno.EBADF : Errno.ENOTTY);
        }
        switch (request) {
            case Tty.GET_MODE -> caller.storeInt(address, terminal.mode);
            case Tty.SET_MODE -> terminal.mode = caller.memory().getInt(address);
            case Tty.SET_GROUP -> terminal.group = caller.memory().getInt(address);
            case Tty.GET_SIZE -> {
                caller.storeInt(address, 25);
                caller.storeInt(address + 4, 80);
            }
            default -> {
                return Result.of(Errno.ENOTTY);
            }
        }
        return Result.OK;
    }

    /// The interrupt key is pressed while somebody reads, or waits for one who does. Who is not in
    /// the foreground yet has to wait: a shell may start a program before it gives it the terminal.
    private Message readTerminal(FakeProcess caller, FakeTerminal terminal, int address) {
        while (terminal.group != 0 && terminal.group != caller.group) {
            system.pause(caller);
        }
        if (terminal.isOff()) {
            system.switchOff();
        }
        while (FakeTerminal.INTERRUPT.equals(terminal.lines.peek())) {
            terminal.lines.remove();
            system.signalGroup(terminal.group, Signals.SIGINT);
        }
        system.dieIfKilled(caller);
        byte[] line = terminal.next();
        caller.store(address, line);
        return new Result(line.length);
    }

    private static int install(FakeProcess caller, Channel channel, int lowest) {
        int fd = lowest;
        while (caller.open.containsKey(fd)) {
            fd++;
        }
        channel.references++;
        caller.open.put(fd, channel);
        return fd;
    }

    private Message pipe(FakeProcess caller) {
        Channel.Pipe pipe = new Channel.Pipe();
        int readEnd = install(caller, Channel.of(pipe, Fcntl.O_RDONLY), 0);
        int writeEnd = install(caller, Channel.of(pipe, Fcntl.O_WRONLY), 0);
        return new VfsReply.VfsPipe(readEnd, writeEnd);
    }

    Message close(FakeProcess process, int fd) {
        Channel channel = process.open.remove(fd);
        process.closedByExec.remove(fd);
        if (channel == null) {
            return Result.of(Errno.EBADF);
        }
        if (--channel.references == 0 && channel.pipe != null) {
            if (channel.flags == Fcntl.O_RDONLY) {
                channel.pipe.readers--;
            } else {
                channel.pipe.writers--;
            }
        }
        return Result.OK;
    }

    private Message control(FakeProcess caller, int fd, int command, int argument) {
        Channel channel = caller.open.get(fd);
        if (channel == null) {
            return Result.of(Errno.EBADF);
        }
        return switch (command) {
            case Fcntl.F_DUPFD -> new Result(install(caller, channel, argument));
            case Fcntl.F_DUP2 -> {
                if (fd != argument) {
                    close(caller, argument);
                    install(caller, channel, argument);
                }
                yield new Result(argument);
            }
            case Fcntl.F_SETFD -> {
                if ((argument & Fcntl.FD_CLOEXEC) != 0) {
                    caller.closedByExec.add(fd);
                } else {
                    caller.closedByExec.remove(fd);
                }
                yield Result.OK;
            }
            default -> Result.of(Errno.EINVAL);
        };
    }

    private Message read(FakeProcess caller, int fd, int address, int bytes) {
        Channel channel = caller.open.get(fd);
        if (channel == null || (channel.flags & Fcntl.O_ACCMODE) == Fcntl.O_WRONLY) {
            return Result.of(Errno.EBADF);
        }
        Channel.Pipe pipe = channel.pipe;
        if (pipe != null) {
            while (pipe.waiting.length == 0 && pipe.writers > 0) {
                system.pause(caller);
            }
            int count = Math.min(bytes, pipe.waiting.length);
            caller.store(address, Arrays.copyOf(pipe.waiting, count));
            pipe.waiting = Arrays.copyOfRange(pipe.waiting, count, pipe.waiting.length);
            return new Result(count);
        }
        if (channel.terminal != null) {
            return readTerminal(caller, channel.terminal, address);
        }
        Node node = channel.node;
        if (node == null || node.isDirectory()) {
            return Result.of(Errno.EISDIR);
        }
        int count = Math.min(bytes, node.bytes.length - channel.position);
        int start = channel.position;
        channel.position += Math.max(count, 0);
        caller.store(address, Arrays.copyOfRange(node.bytes, start, channel.position));
        return new Result(Math.max(count, 0));
    }

    private Message write(FakeProcess caller, int fd, int address, int bytes) {
        Channel channel = caller.open.get(fd);
        if (channel == null || (channel.flags & Fcntl.O_ACCMODE) == Fcntl.O_RDONLY) {
            return Result.of(Errno.EBADF);
        }
        byte[] data = caller.load(address, bytes);
        ByteArrayOutputStream sink =
                channel.terminal == null ? channel.sink : channel.terminal.screen;
        Node node = channel.node;
        if (channel.pipe != null) {
            return writePipe(caller, channel.pipe, data);
        }
        if (sink != null) {
            sink.writeBytes(data);
        } else if (node != null && node.type() == Stat.REGULAR) {
            boolean append = (channel.flags & Fcntl.O_APPEND) != 0;
            channel.position = append ? node.bytes.length : channel.position;
            node.write(channel.position, data);
            channel.position += data.length;
        }
        return new Result(bytes);
    }

    private Message writePipe(FakeProcess caller, Channel.Pipe pipe, byte[] data) {
        while (pipe.waiting.length == Channel.Pipe.CAPACITY && pipe.readers > 0) {
            system.pause(caller);
        }
        if (pipe.readers == 0) {
            system.signal(caller, Signals.SIGPIPE);
            return Result.of(Errno.EPIPE);
        }
        int before = pipe.waiting.length;
        int count = Math.min(data.length, Channel.Pipe.CAPACITY - before);
        pipe.waiting = Arrays.copyOf(pipe.waiting, before + count);
        System.arraycopy(data, 0, pipe.waiting, before, count);
        return new Result(count);
    }

    private static Message entries(FakeProcess caller, int fd, int address, int bytes) {
        Channel channel = caller.open.get(fd);
        Node node = channel == null ? null : channel.node;
        if (channel == null || node == null || !node.isDirectory()) {
            return Result.of(channel == null ? Errno.EBADF : Errno.ENOTDIR);
        }
        List<Map.Entry<String, Node>> all = new ArrayList<>(node.children.entrySet());
        all.addFirst(Map.entry("..", node.parent == null ? node : node.parent));
        all.addFirst(Map.entry(".", node));
        ByteMemory memory = new ByteMemory(bytes);
        int used = 0;
        for (; channel.position < all.size(); channel.position++) {
            Map.Entry<String, Node> child = all.get(channel.position);
            Dirent entry = new Dirent(child.getValue().inode, child.getKey());
            if (used + entry.bytes() > bytes) {
                break;
            }
            entry.store(memory, used);
            used += entry.bytes();
        }
        byte[] stored = new byte[used];
        memory.get(0, stored, 0, used);
        caller.store(address, stored);
        return new Result(used);
    }

    private Message enter(FakeProcess caller, String path, Node node) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        int slash = trimmed.lastIndexOf('/');
        Node directory =
                slash < 0
                        ? caller.directory
                        : find(caller, slash == 0 ? "/" : trimmed.substring(0, slash));
        if (directory == null || !directory.isDirectory()) {
            return Result.of(directory == null ? missing(caller, path) : Errno.ENOTDIR);
        }
        if (directory.children.containsKey(trimmed.substring(slash + 1))) {
            return Result.of(Errno.EEXIST);
        }
        node.parent = directory;
        directory.children.put(trimmed.substring(slash + 1), node);
        return Result.OK;
    }

    private Message remove(FakeProcess caller, String path, boolean directory) {
        Node node = walk(caller.directory, path, false, 0);
        if (node == null) {
            return Result.of(missing(caller, path));
        }
        if (node.isDirectory() != directory) {
            return Result.of(directory ? Errno.ENOTDIR : Errno.EPERM);
        }
        if (!node.children.isEmpty()) {
            return Result.of(Errno.ENOTEMPTY);
        }
        Node parent = parentOf(caller, path);
        parent.children.remove(path.substring(path.lastIndexOf('/') + 1));
        return Result.OK;
    }

    private Node parentOf(FakeProcess caller, String path) {
        int slash = path.lastIndexOf('/');
        Node parent =
                slash < 0
                        ? caller.directory
                        : find(caller, slash == 0 ? "/" : path.substring(0, slash));
        return parent == null ? root : parent;
    }

    private Message rename(FakeProcess caller, String from, String to, boolean moves) {
        Node node = walk(caller.directory, from, false, 0);
        if (node == null) {
            return Result.of(missing(caller, from));
        }
        if (moves) {
            parentOf(caller, to).children.remove(to.substring(to.lastIndexOf('/') + 1));
        }
        Message status = enter(caller, to, node);
        if (status.type() == 0 && moves) {
            parentOf(caller, from).children.remove(from.substring(from.lastIndexOf('/') + 1));
        }
        return status;
    }
}
