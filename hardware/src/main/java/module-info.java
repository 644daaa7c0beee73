/// The emulated computer below the microkernel: ports, interrupt lines, memory, time and the
/// devices on them. It knows nobody: neither the kernel that drives it nor the views that watch it.
module ring3.hardware {
    requires static transitive org.jspecify;

    exports ring3.hardware;
}
