package wrong.ring3.components.drivers.tty;

import wrong.ring3.kernel.ProcManager;

record KnowsTheKernel(ProcManager kernel) {}
