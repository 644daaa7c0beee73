package ring3.bench.programs;

import java.util.LinkedHashMap;
import java.util.Map;
import ring3.components.protocol.Fs;
import ring3.components.protocol.FsReply;
import ring3.syslib.Endpoint;
import ring3.syslib.Program;
import ring3.syslib.Received;
import ring3.syslib.Syslib;

/// What the MINIX file server does for a read of a file whose blocks are in its cache: for each
/// block it finds the zone, looks the zone up and copies it into the client's grant.
public final class FileBlocks implements Program {
    /// Of a block, in bytes.
    public static final int BLOCK_BYTES = 1024;

    /// How many blocks the file has.
    public static final int BLOCKS = 32;

    private static final int FIRST_ZONE = 1000;

    private final int[] zones = new int[BLOCKS];
    private final Map<Integer, Integer> addresses = new LinkedHashMap<>(16, 0.75f, true);
    private long nextRead;

    @Override
    public void run(Syslib sys) {
        int cache = sys.allocate(BLOCKS * BLOCK_BYTES);
        for (int i = 0; i < BLOCKS; i++) {
            zones[i] = FIRST_ZONE + i;
            addresses.put(zones[i], cache + i * BLOCK_BYTES);
        }
        while (true) {
            Received in = sys.receive();
            if (in.message() instanceof Fs.ReqRead request) {
                sys.reply(in.source(), read(sys, in.source(), request));
            }
        }
    }

    private FsReply read(Syslib sys, Endpoint client, Fs.ReqRead request) {
        long size = (long) BLOCKS * BLOCK_BYTES;
        int wanted = (int) Math.max(0, Math.min(request.bytes(), size - request.pos()));
        int moved = 0;
        while (moved < wanted) {
            int piece = readPiece(sys, client, request, moved, wanted - moved);
            if (piece < 0) {
                return new FsReply.FsResult(request.transaction(), piece);
            }
            moved += piece;
        }
        return new FsReply.FsTransfer(request.transaction(), moved, request.pos() + moved);
    }

    /// Returns how many bytes were copied, or a negative error number.
    private int readPiece(Syslib sys, Endpoint client, Fs.ReqRead request, int offset, int wanted) {
        long pos = request.pos() + offset;
        int within = (int) (pos % BLOCK_BYTES);
        int piece = Math.min(BLOCK_BYTES - within, wanted);
        int zone = zones[(int) (pos / BLOCK_BYTES)];
        if (pos == nextRead && !addresses.containsKey(zone)) {
            throw new IllegalStateException("nothing is to be read ahead");
        }
        int address = load(zone);
        int status = sys.safeCopyTo(client, request.grant(), offset, address + within, piece);
        nextRead = pos + piece;
        return status < 0 ? status : piece;
    }

    private int load(int zone) {
        Integer cached = addresses.get(zone);
        if (cached == null) {
            throw new IllegalStateException("the whole file is in the cache");
        }
        return cached;
    }
}
