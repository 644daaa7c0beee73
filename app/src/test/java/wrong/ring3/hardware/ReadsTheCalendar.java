package wrong.ring3.hardware;

import java.time.Instant;

record ReadsTheCalendar(Instant now) {}
