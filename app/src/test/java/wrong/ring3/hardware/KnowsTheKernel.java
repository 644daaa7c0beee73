package wrong.ring3.hardware;

import wrong.ring3.kernel.ProcManager;

record KnowsTheKernel(ProcManager kernel) {}
