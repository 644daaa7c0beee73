package wrong.ring3.components.servers.pm;

import wrong.ring3.components.programs.Cat;

record KnowsAProgram(Cat program) {}
