/// The file server of the MINIX V3 file system (minix: fs/mfs, lib/libfsdriver). It knows inodes
/// and blocks; open files, mounts and processes are the business of the virtual file system server.
@NullMarked
package ring3.components.servers.mfs;

import org.jspecify.annotations.NullMarked;
