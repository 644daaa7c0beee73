package wrong.ring3.hardware;

/// Not an offender: this name alone may know threads.
public record Coroutine(Thread carrier) {}
