/// The privileges of services as people write them: the files of `/etc/system.conf.d` and
/// `/etc/system.conf`.
@NullMarked
package ring3.components.lib.conf;

import org.jspecify.annotations.NullMarked;
