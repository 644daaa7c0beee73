package ring3.app.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import ring3.app.disk.DiskError;
import ring3.app.disk.ReadFileSystem;
import ring3.hardware.DiskImage;

/// What lies on drive 0, seen from outside the machine: no program of it has a say in the answer.
sealed interface DiskCondition extends Condition {
    /// The disk holds what it held when the scenario took note of it, bit by bit; or, with false,
    /// it does not.
    record DiskUnchanged(boolean expected) implements DiskCondition {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public DiskUnchanged {}

        @Override
        public Verdict judge(Scene scene) {
            byte[] before = bytes(scene.noted());
            int place = Arrays.mismatch(before, bytes(scene.disk()));
            String found =
                    place < 0
                            ? "all " + before.length + " bytes are as they were"
                            : "sector " + place / DiskImage.SECTOR_BYTES + " has changed";
            return new Verdict(expected == place < 0, found);
        }
    }

    /// A file on the disk has the bytes that another had when the scenario took note of the disk.
    record SameFile(String path, String as) implements DiskCondition {
        @Override
        public Verdict judge(Scene scene) {
            try {
                byte[] wanted = new ReadFileSystem(bytes(scene.noted())).read(as);
                byte[] found = new ReadFileSystem(bytes(scene.disk())).read(path);
                return compare(wanted, found);
            } catch (DiskError problem) {
                return new Verdict(false, String.valueOf(problem.getMessage()));
            }
        }

        private static Verdict compare(byte[] wanted, byte[] found) {
            int place = Arrays.mismatch(wanted, found);
            return place < 0
                    ? new Verdict(true, "all " + wanted.length + " bytes are the same")
                    : new Verdict(
                            false,
                            "they differ at byte %d of %d and %d"
                                    .formatted(place, found.length, wanted.length));
        }
    }

    /// All that is on a disk.
    static byte[] bytes(DiskImage disk) {
        byte[] bytes = new byte[Math.toIntExact(disk.sectors() * DiskImage.SECTOR_BYTES)];
        for (int sector = 0; sector < disk.sectors(); sector++) {
            disk.read(sector, bytes, sector * DiskImage.SECTOR_BYTES);
        }
        return bytes;
    }
}
