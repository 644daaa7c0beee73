/// Everything that runs in user mode: drivers, servers and programs.
module ring3.components {
    requires static org.jspecify;
    requires ring3.kernel;
}
