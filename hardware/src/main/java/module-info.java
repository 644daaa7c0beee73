/// The emulated machine: ports, interrupt lines, memory, timers and the devices on them.
module ring3.hardware {
    requires static org.jspecify;
}
