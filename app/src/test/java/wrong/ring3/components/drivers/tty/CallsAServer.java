package wrong.ring3.components.drivers.tty;

import wrong.ring3.components.servers.pm.Pm;

record CallsAServer(Pm server) {}
