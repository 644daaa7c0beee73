/// The lab: command line, windows, sessions and scenarios. The only module that knows all others.
module ring3.app {
    requires static org.jspecify;
    requires ring3.components;
    requires ring3.kernel;
    requires ring3.visualizer;
    requires info.picocli;
    requires tools.jackson.databind;
    requires com.networknt.schema;
}
