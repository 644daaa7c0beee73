package wrong.ring3.events;

import wrong.ring3.kernel.ProcManager;

record KnowsTheKernel(ProcManager kernel) {}
