package wrong.ring3.components.programs;

import wrong.ring3.components.servers.pm.Pm;

record KnowsAService(Pm service) {}
