package wrong.ring3.components.servers.pm;

import java.nio.file.Path;

record OpensAFile(Path path) {}
