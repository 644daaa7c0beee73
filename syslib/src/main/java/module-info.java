/// What a process sees of the system: messages, error numbers, traps, kernel calls, and the library
/// through which it makes them. It runs in user mode and knows nobody.
module ring3.syslib {
    requires static transitive org.jspecify;

    exports ring3.syslib;
}
