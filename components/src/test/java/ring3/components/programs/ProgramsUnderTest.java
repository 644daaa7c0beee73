package ring3.components.programs;

import ring3.components.programs.fake.FakeSystem;

/// A fake system with all programs installed.
public final class ProgramsUnderTest {
    private ProgramsUnderTest() {}

    /// A fresh one.
    public static FakeSystem system() {
        return new FakeSystem()
                .program("cat", Cat::new)
                .program("cp", Cp::new)
                .program("date", Date::new)
                .program("echo", Echo::new)
                .program("false", False::new)
                .program("free", Free::new)
                .program("head", Head::new)
                .program("init", Init::new)
                .program("kill", Kill::new)
                .program("ln", Ln::new)
                .program("ls", Ls::new)
                .program("mkdir", Mkdir::new)
                .program("mount", Mount::new)
                .program("mv", Mv::new)
                .program("pwd", Pwd::new)
                .program("rm", Rm::new)
                .program("rmdir", Rmdir::new)
                .program("service", Service::new)
                .program("sh", Sh::new)
                .program("sleep", Sleep::new)
                .program("sync", Sync::new)
                .program("tail", Tail::new)
                .program("test", Test::new)
                .program("[", Test::new)
                .program("touch", Touch::new)
                .program("true", True::new)
                .program("umount", Umount::new)
                .program("wc", Wc::new);
    }
}
