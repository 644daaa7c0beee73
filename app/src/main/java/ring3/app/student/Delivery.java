package ring3.app.student;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import ring3.app.session.Parcel;

/// A component as a parcel for a machine that runs.
public final class Delivery {
    private static final int EXECUTABLE = 0755;
    private static final int READABLE = 0644;

    private Delivery() {}

    /// The parcel with a component; a service is started there, or replaced if it runs.
    ///
    /// @param onAnswer as in [Parcel]
    public static Parcel of(Component component, BiConsumer<Integer, List<String>> onAnswer) {
        List<Parcel.File> files = new ArrayList<>();
        files.add(new Parcel.File(component.path(), EXECUTABLE, component.executable()));
        if (component.privileges() != null) {
            byte[] privileges = component.privileges().getBytes(StandardCharsets.ISO_8859_1);
            files.add(new Parcel.File(component.privilegesPath(), READABLE, privileges));
        }
        return new Parcel(
                files,
                component.isService() ? component.path() : null,
                component.devicePath(),
                onAnswer);
    }
}
