package ring3.app.disk;

/// Something cannot be done with a file system: the person outside asked for what is not there or
/// does not fit, or the image is damaged. Nothing has been changed then.
public final class DiskError extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String place;
    private final String reason;

    /// What is wrong, and where on the disk: a path, or a part as "superblock".
    DiskError(String place, String reason) {
        super(place + ": " + reason);
        this.place = place;
        this.reason = reason;
    }

    /// Where on the disk.
    String place() {
        return place;
    }

    /// What is wrong there.
    String reason() {
        return reason;
    }
}
