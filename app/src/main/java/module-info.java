/// The lab: command line, windows, sessions and scenarios. The only module that knows all others.
module ring3.app {
    requires static org.jspecify;
    requires java.compiler;
    requires ring3.components;
    requires ring3.kernel;
    requires ring3.loader;
    requires ring3.visualizer;
    requires info.picocli;
    requires com.fasterxml.jackson.annotation;
    requires tools.jackson.databind;
    requires com.networknt.schema;

    // The two libraries fill and read these by reflection.
    opens ring3.app to
            tools.jackson.databind;
    opens ring3.app.bench to
            tools.jackson.databind;
    opens ring3.app.command to
            info.picocli;
    opens ring3.app.report to
            tools.jackson.databind;
    opens ring3.app.scenario to
            tools.jackson.databind;
}
