/// Libraries that drivers, servers and programs share: the counterparts of MINIX's libsys,
/// libblockdriver, libchardriver, libbdev and libc.
@NullMarked
package ring3.components.lib;

import org.jspecify.annotations.NullMarked;
