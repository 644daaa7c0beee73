package wrong.ring3.kernel;

/// Not an offender: this name alone may know threads.
record Coroutine(Thread carrier) {}
