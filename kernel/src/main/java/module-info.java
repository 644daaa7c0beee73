/// The microkernel, all of it that runs in kernel mode.
module ring3.kernel {
    requires static org.jspecify;
    requires transitive ring3.events;

    exports ring3.kernel;
    exports ring3.kernel.boot;
}
