package ring3.syslib;

/// What the registers of a process hold when it starts.
///
/// @param self its own endpoint; a child has another than its parent
/// @param frameAddress where the arguments lie in its memory; 0 when there are none
/// @param frameBytes how long that frame is
/// @param heapStart the first byte of memory that is free for its own use
/// @param heapEnd the first byte behind its memory
public record Startup(Endpoint self, int frameAddress, int frameBytes, int heapStart, int heapEnd) {
    /// The same for a process that has the endpoint `now`.
    public Startup as(Endpoint now) {
        return self.equals(now)
                ? this
                : new Startup(now, frameAddress, frameBytes, heapStart, heapEnd);
    }
}
