package wrong.ring3.bench;

import wrong.ring3.kernel.core.Core;

public record LooksInside(Core stack) {}
