package wrong.ring3.loader;

import wrong.ring3.kernel.ProcManager;

record KnowsTheKernel(ProcManager kernel) {}
