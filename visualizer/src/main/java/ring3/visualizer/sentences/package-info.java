/// Events in words, for people: made when somebody reads them, never when they happen.
@NullMarked
package ring3.visualizer.sentences;

import org.jspecify.annotations.NullMarked;
