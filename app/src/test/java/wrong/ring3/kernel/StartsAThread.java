package wrong.ring3.kernel;

record StartsAThread(Thread thread) {}
