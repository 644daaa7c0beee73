package ring3.kernel.boot;

import module ring3.events;

/// A program that is ready to be started.
///
/// @param kind the layer that it belongs to
/// @param forks whether it may call `fork`, for which what it learns must be recorded
public record Executable(Program program, ProcessKind kind, boolean forks) {}
