package wrong.ring3.hardware;

import java.util.Random;

record DrawsLots(Random random) {}
