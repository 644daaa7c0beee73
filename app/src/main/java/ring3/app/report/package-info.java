/// What a run leaves behind: restarts, refusals and the JSON report that scripts rely on.
@NullMarked
package ring3.app.report;

import org.jspecify.annotations.NullMarked;
