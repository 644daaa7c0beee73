package ring3.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Why a file of the host could not be used, in words instead of exception names.
public final class FileTrouble {
    private FileTrouble() {}

    /// What to tell the person who named `file`.
    public static BadInput with(Path file, IOException problem) {
        return new BadInput(file, cause(problem));
    }

    private static String cause(IOException problem) {
        return switch (problem) {
            case NoSuchFileException _ -> "no such file or folder";
            case AccessDeniedException _ -> "access is denied";
            case FileSystemLoopException loop ->
                    "the symbolic link %s leads back to where it is".formatted(loop.getFile());
            default -> {
                String message = problem.getMessage();
                yield message == null ? "it cannot be read or written" : message;
            }
        };
    }
}
