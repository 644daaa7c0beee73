package ring3.kernel.core;

/// A kernel call met memory of `owner` that is not mapped, or not for writing: it has changed
/// nothing and can be made again when vm has seen to that.
public final class PageFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    public final transient Proc caller;
    public final transient Proc owner;
    public final int address;
    public final int bytes;
    public final boolean write;

    PageFault(Proc caller, Proc owner, int address, int bytes, boolean write) {
        super(null, null, false, false);
        this.caller = caller;
        this.owner = owner;
        this.address = address;
        this.bytes = bytes;
        this.write = write;
    }
}
