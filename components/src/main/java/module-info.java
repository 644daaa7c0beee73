/// Everything that runs in user mode: drivers, servers and programs. Outside this module only the
/// lab's assembly of a machine knows any of it.
module ring3.components {
    requires static org.jspecify;
    requires transitive ring3.syslib;

    exports ring3.components;
    exports ring3.components.lib.conf to
            ring3.app;
    exports ring3.components.protocol;
    exports ring3.components.servers.rs;
}
