package ring3.app.lab;

import java.io.File;
import java.nio.file.Path;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks the person in front of the lab for a folder.
@FunctionalInterface
public interface FolderChooser {
    /// The dialog that the desktop has for this.
    FolderChooser DIALOG =
            owner -> {
                File folder = new DirectoryChooser().showDialog(owner);
                return folder == null ? null : folder.toPath();
            };

    /// The folder that was chosen, or null; on the JavaFX thread.
    @Nullable Path choose(Window owner);
}
