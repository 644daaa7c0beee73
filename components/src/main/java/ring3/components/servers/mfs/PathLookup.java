package ring3.components.servers.mfs;

import org.jspecify.annotations.Nullable;
import ring3.components.protocol.Fs;
import ring3.components.protocol.Fs.ReqLookup;
import ring3.components.protocol.FsReply;
import ring3.components.protocol.FsReply.FsCrossing;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;

/// Follows one path, name by name, as far as it stays in this file system (minix:
/// lib/libfsdriver/lookup.c). Where it leaves, the virtual file system learns how far it came.
final class PathLookup {
    /// How many symbolic links one path may lead through.
    private static final int SYMLINKS_MAX = 8;

    private final FileSystem files;
    private final Endpoint client;
    private final ReqLookup request;
    private String path;
    private int position;
    private int symlinks;
    private Inode current;

    /// A lookup of `path` for `client`, to be made once.
    PathLookup(FileSystem files, Endpoint client, ReqLookup request, String path) {
        this.files = files;
        this.client = client;
        this.request = request;
        this.path = path;
        this.current = files.inodes().opened(request.directory());
    }

    /// Follows the path; what it leads to is open afterwards.
    FsReply follow() {
        current = files.inodes().get(current.number);
        boolean opened = false;
        try {
            FsReply answer = walk();
            opened = answer instanceof FsReply.FsNode;
            return answer;
        } finally {
            if (!opened) {
                files.inodes().put(current, 1);
            }
        }
    }

    private FsReply walk() {
        boolean fromAbove = current.isMountpoint;
        for (skipSlashes(); position < path.length(); skipSlashes()) {
            int end = componentEnd();
            String name = path.substring(position, end);
            FsError.when(name.length() > Directory.NAME_MAX, Errno.ENAMETOOLONG);
            FsError.when(fromAbove && !name.equals(".."), Errno.EINVAL);
            fromAbove = false;
            FsReply crossing = step(name, end);
            if (crossing != null) {
                return crossing;
            }
        }
        FsError.when(path.endsWith("/") && !current.isDirectory(), Errno.ENOTDIR);
        return FileSystem.node(request.transaction(), current);
    }

    /// Above the root of a process there is nothing. Above the root of this file system there is
    /// the directory that it is mounted on, unless it is the root of them all.
    private @Nullable FsReply step(String name, int end) {
        Names.requireLiveDirectory(current);
        boolean up = name.equals("..");
        if (name.equals(".") || (up && current.number == request.root())) {
            position = end;
            return null;
        }
        if (up && current.number == Inode.ROOT && !files.isRoot()) {
            return crossing(FsReply.LEAVE_MOUNT);
        }
        return enter(name, end);
    }

    private @Nullable FsReply enter(String name, int end) {
        Inode next = files.inodes().get(files.names().lookup(current, name));
        if (next.isSymlink() && (end < path.length() || !noFollow())) {
            return followLink(next, end);
        }
        files.inodes().put(current, 1);
        current = next;
        position = end;
        return next.isMountpoint ? crossing(FsReply.ENTER_MOUNT) : null;
    }

    /// The path of a link takes the place of its name. One that is relative goes on in the
    /// directory that holds the link, an absolute one is for the virtual file system.
    private @Nullable FsReply followLink(Inode link, int end) {
        String target;
        try {
            target = files.symlinks().target(link);
        } finally {
            files.inodes().put(link, 1);
        }
        symlinks++;
        FsError.when(symlinks > SYMLINKS_MAX, Errno.ELOOP);
        FsError.when(target.isEmpty(), Errno.ENOENT);
        path = target + path.substring(end);
        position = 0;
        FsError.when(
                path.length() > Math.min(request.pathSize(), ClientMemory.BYTES_MAX),
                Errno.ENAMETOOLONG);
        return path.startsWith("/") ? crossing(FsReply.SYMLINK) : null;
    }

    private FsReply crossing(int status) {
        if (symlinks > 0) {
            files.clients().putText(client, request.pathGrant(), path);
        }
        int inode = current.number;
        return new FsCrossing(
                request.transaction(), status, inode, position, symlinks, path.length());
    }

    private boolean noFollow() {
        return (request.flags() & Fs.NO_FOLLOW) != 0;
    }

    private void skipSlashes() {
        while (position < path.length() && path.charAt(position) == '/') {
            position++;
        }
    }

    private int componentEnd() {
        int slash = path.indexOf('/', position);
        return slash < 0 ? path.length() : slash;
    }
}
