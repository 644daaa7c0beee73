package ring3.app.student;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ring3.app.FileTrouble;
import ring3.app.machine.Programs;
import ring3.components.lib.conf.ConfMistake;
import ring3.components.lib.conf.SystemConf;
import ring3.components.protocol.ServiceSetup;
import ring3.loader.ExecutableFile;
import ring3.loader.Kind;
import ring3.loader.Linker;
import ring3.loader.Refusal;

/// Makes the executable of a component: compiles, links, and has the loader check it, so that what
/// a machine would refuse is told here, with file and line.
public final class BuildComponent {
    private final ComponentFolder folder;

    /// Of the component in a folder.
    public BuildComponent(ComponentFolder folder) {
        this.folder = folder;
    }

    /// Builds it and keeps the executable in the folder.
    ///
    /// @throws Mistakes when something is wrong with its program or its privileges
    public Component build() throws Mistakes {
        ServiceSetup setup = setup();
        Map<String, byte[]> classes = new CompileSources(folder.sources()).compile();
        try {
            ExecutableFile file =
                    new Linker(classes::get)
                            .link(folder.name().text(), kind(setup), folder.name().className());
            Programs.loader().load(file);
            return keep(component(file.kind(), file.bytes(), setup));
        } catch (Refusal refusal) {
            throw mistake(new RefusedPlace(folder.sourceFolder(), classes).of(refusal));
        }
    }

    /// The component as it was built before, or built anew when something has changed since.
    ///
    /// @throws Mistakes when it has to be built and cannot be
    public Component current() throws Mistakes {
        if (!folder.isBuilt()) {
            return build();
        }
        ServiceSetup setup = setup();
        try {
            return component(kind(setup), Files.readAllBytes(folder.executable()), setup);
        } catch (IOException problem) {
            throw FileTrouble.with(folder.executable(), problem);
        }
    }

    private Component component(Kind kind, byte[] executable, @Nullable ServiceSetup setup) {
        return new Component(
                folder.name(),
                kind,
                executable,
                setup == null ? null : privileges(),
                setup != null && setup.major() != 0);
    }

    private Component keep(Component component) {
        Path target = folder.executable();
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.write(target, component.executable());
        } catch (IOException problem) {
            throw FileTrouble.with(target, problem);
        }
        return component;
    }

    /// What has ports or an interrupt line drives a device and is a driver.
    private static Kind kind(@Nullable ServiceSetup setup) {
        if (setup == null) {
            return Kind.USER;
        }
        boolean device = !setup.rights().ports().isEmpty() || !setup.rights().irqs().isEmpty();
        return device ? Kind.DRIVER : Kind.SERVER;
    }

    private @Nullable ServiceSetup setup() throws Mistakes {
        if (!Files.exists(folder.privileges())) {
            return null;
        }
        try {
            String name = folder.name().text();
            String file = folder.privileges().toString();
            ServiceSetup setup = SystemConf.parse(file, privileges()).find(name);
            if (setup == null) {
                throw mistake(
                        Mistake.at(
                                folder.privileges(), 0, "it has no block 'service " + name + "'"));
            }
            return setup;
        } catch (ConfMistake mistake) {
            throw mistake(Mistake.at(null, 0, mistake.sentence()));
        }
    }

    private String privileges() {
        try {
            return Files.readString(folder.privileges(), StandardCharsets.ISO_8859_1);
        } catch (IOException problem) {
            throw FileTrouble.with(folder.privileges(), problem);
        }
    }

    private static Mistakes mistake(Mistake one) {
        return new Mistakes(List.of(one));
    }
}
