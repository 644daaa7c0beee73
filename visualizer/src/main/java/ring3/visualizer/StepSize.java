package ring3.visualizer;

/// How far one step goes.
public enum StepSize {
    /// To the next message that is delivered.
    MESSAGE,
    /// To the next event of the kernel.
    EVENT,
    /// To the next time the selected process gets the processor.
    PROCESS
}
