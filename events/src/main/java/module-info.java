/// What an observer may see of a machine: its events while it runs, its state when it rests.
module ring3.events {
    requires static org.jspecify;
    requires transitive ring3.hardware;
    requires transitive ring3.syslib;

    exports ring3.events;
    exports ring3.events.snapshots;
}
