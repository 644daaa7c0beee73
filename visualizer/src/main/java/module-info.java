/// The views of a running machine. They know its events and snapshots, never its components.
module ring3.visualizer {
    requires static org.jspecify;
    requires transitive ring3.events;
    requires transitive javafx.controls;
    requires org.controlsfx.controls;

    exports ring3.visualizer;
    exports ring3.visualizer.sentences;
}
