package ring3.kernel.core;

/// A signal that a process has to handle before it goes on: what SYS_SIGSEND of the original puts
/// on its stack.
record SignalFrame(int signal, int handler, long mask) {}
