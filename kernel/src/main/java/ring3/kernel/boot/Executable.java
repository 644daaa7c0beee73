package ring3.kernel.boot;

import ring3.events.ProcessKind;
import ring3.syslib.Program;

/// A program that is ready to be started.
///
/// @param kind the layer that it belongs to
/// @param forks whether it may call `fork`, for which what it learns must be recorded
public record Executable(Program program, ProcessKind kind, boolean forks) {}
