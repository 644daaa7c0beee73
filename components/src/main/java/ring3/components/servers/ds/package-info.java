/// The data store: names for services, and news of their coming and going.
@NullMarked
package ring3.components.servers.ds;

import org.jspecify.annotations.NullMarked;
