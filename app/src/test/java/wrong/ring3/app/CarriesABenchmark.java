package wrong.ring3.app;

import wrong.ring3.bench.LooksInside;

record CarriesABenchmark(LooksInside benchmark) {}
