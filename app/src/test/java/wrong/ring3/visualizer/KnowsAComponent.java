package wrong.ring3.visualizer;

import wrong.ring3.components.servers.pm.Pm;

record KnowsAComponent(Pm component) {}
