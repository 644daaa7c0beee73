package wrong.ring3.kernel.core;

/// Not an offender: what the kernel is made of.
public record Core(int processes) {}
