package ring3.visualizer;

import org.jspecify.annotations.Nullable;

/// What the lab can do with a component that the person in front of it is writing. It works beside
/// the window: what becomes of an order is asked for frame by frame.
public interface Workbench {
    /// There is no component, as on a picture.
    Workbench NONE =
            new Workbench() {
                @Override
                public void chooseFolder() {}

                @Override
                public void put() {}

                @Override
                public @Nullable WorkReport take() {
                    return null;
                }
            };

    /// Lets the person choose the folder of a component.
    void chooseFolder();

    /// Builds the component in the chosen folder and puts it on the machine; one that runs there
    /// already is replaced.
    void put();

    /// The next report that nobody has taken yet, or null.
    @Nullable WorkReport take();
}
