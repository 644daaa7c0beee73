package wrong.ring3.app;

public record Lab() {}
