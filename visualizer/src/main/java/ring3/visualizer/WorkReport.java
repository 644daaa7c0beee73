package ring3.visualizer;

import java.util.List;

/// How far a component has come on its way to the machine.
///
/// @param name the component, or the folder if that is none
/// @param lines what there is to say about it: mistakes with file and line, or what the machine
///   answered
public record WorkReport(String name, Stage stage, List<String> lines) {
    /// The way from a folder to a process.
    public enum Stage {
        /// Its folder has been chosen.
        CHOSEN,
        /// It is being compiled and checked.
        BUILDING,
        /// It is wrong and was not sent.
        WRONG,
        /// It is on its way into the machine.
        SENT,
        /// It is there, and runs if it is a service.
        DONE,
        /// It is there, and the machine could not start it.
        FAILED
    }

    public WorkReport {
        lines = List.copyOf(lines);
    }
}
