package wrong.ring3.syslib;

import wrong.ring3.kernel.ProcManager;

record KnowsTheKernel(ProcManager kernel) {}
