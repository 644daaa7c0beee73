package wrong.ring3.bench;

import wrong.ring3.kernel.core.Coroutine;

public record LooksInside(Coroutine stack) {}
