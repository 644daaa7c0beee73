package wrong.ring3.kernel;

import java.util.concurrent.locks.Lock;

record UsesALock(Lock lock) {}
