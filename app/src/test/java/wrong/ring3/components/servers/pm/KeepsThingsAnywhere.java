package wrong.ring3.components.servers.pm;

import java.util.HashMap;
import java.util.LinkedHashMap;

record KeepsThingsAnywhere(HashMap<String, Pm> wrong, LinkedHashMap<String, Pm> right) {}
