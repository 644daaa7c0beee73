/// Scenarios: prepared stories that a machine plays, read from JSON, and the checks that judge
/// them.
@NullMarked
package ring3.app.scenario;

import org.jspecify.annotations.NullMarked;
