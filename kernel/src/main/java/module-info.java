/// The microkernel, what a process may ask of it and what an observer may see of it.
module ring3.kernel {
    requires static org.jspecify;
    requires transitive ring3.hardware;

    exports ring3.kernel;
    exports ring3.kernel.boot;
    exports ring3.kernel.events;
    exports ring3.kernel.snapshots;
    exports ring3.kernel.syslib;
}
