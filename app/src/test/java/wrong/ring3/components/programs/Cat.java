package wrong.ring3.components.programs;

public record Cat() {}
