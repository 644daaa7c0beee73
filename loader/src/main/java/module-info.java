/// Makes runnable programs out of the bytes of executables: reads them, verifies that they keep to
/// what a program may use, and rewrites them so that they count their instructions, their stack and
/// their memory.
module ring3.loader {
    requires static org.jspecify;
    requires ring3.hardware;
    requires transitive ring3.syslib;

    exports ring3.loader;
}
