package wrong.ring3.components.servers.pm;

public record Pm() {}
