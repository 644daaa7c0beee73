package ring3.bench;

import java.util.TreeMap;
import ring3.bench.programs.Crc;
import ring3.bench.programs.Endless;
import ring3.bench.programs.FileBlocks;
import ring3.bench.programs.Hash;
import ring3.bench.programs.Sort;
import ring3.loader.Kind;
import ring3.loader.Library;
import ring3.loader.Linker;
import ring3.loader.ProgramLoader;
import ring3.loader.Refusal;
import ring3.syslib.Program;

/// A program of the benchmarks, as every program is on the machine and as the host would run it.
public enum Workload {
    /// A tight loop.
    CRC,

    /// Recursion, and a comparator that the library calls.
    SORT,

    /// Hash tables of the library, and keys that they call.
    HASH,

    /// The inner loop of a file server.
    FILE_SERVER,

    /// A loop without end.
    ENDLESS;

    /// The program as the host has it: it counts nothing.
    Program uncounted() {
        return switch (this) {
            case CRC -> new Crc();
            case SORT -> new Sort();
            case HASH -> new Hash();
            case FILE_SERVER -> new FileBlocks();
            case ENDLESS -> new Endless();
        };
    }

    /// The program out of an executable: checked, rewritten, and counted.
    Program counted() {
        try {
            String main = uncounted().getClass().getName();
            var loader = new ProgramLoader(new Library(new TreeMap<>()));
            return loader.load(new Linker(ClassFiles::find).link("workload", Kind.SERVER, main))
                    .program();
        } catch (Refusal broken) {
            throw new IllegalStateException(broken.sentence(), broken);
        }
    }
}
