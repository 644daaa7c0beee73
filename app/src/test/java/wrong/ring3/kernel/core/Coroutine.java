package wrong.ring3.kernel.core;

/// Not an offender: this name alone may know threads.
public record Coroutine(Thread carrier) {}
