package wrong.ring3.kernel;

import wrong.ring3.components.servers.pm.Pm;

record KnowsAComponent(Pm component) {}
