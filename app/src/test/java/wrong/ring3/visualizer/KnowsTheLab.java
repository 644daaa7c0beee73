package wrong.ring3.visualizer;

import wrong.ring3.app.Lab;

record KnowsTheLab(Lab lab) {}
