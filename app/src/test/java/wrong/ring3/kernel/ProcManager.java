package wrong.ring3.kernel;

public record ProcManager() {}
