package ring3.components.servers.vfs;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ring3.syslib.Endpoint;

/// All processes, as the process manager tells of them.
final class ProcTable {
    private final TreeMap<Integer, Fproc> procs = new TreeMap<>();
    private final Fproc self;

    /// A table that holds the virtual file system itself.
    ProcTable(Endpoint self) {
        this.self = new Fproc(self);
        add(this.self);
    }

    /// The virtual file system, in whose name it does what no process has asked for.
    Fproc self() {
        return self;
    }

    @Nullable Fproc find(Endpoint endpoint) {
        return procs.get(endpoint.value());
    }

    void add(Fproc proc) {
        procs.put(proc.endpoint().value(), proc);
    }

    void exit(Endpoint endpoint) {
        Fproc proc = procs.remove(endpoint.value());
        if (proc != null) {
            proc.exit();
        }
    }

    /// There is a root directory now: whoever is nowhere yet is there.
    void enterRoot(Vnode root) {
        for (Fproc proc : procs.values()) {
            if (!proc.hasDirectory()) {
                proc.enter(root.dup());
            }
        }
    }
}
