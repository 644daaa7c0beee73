package ring3.visualizer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.syslib.Endpoint;

/// Who lives in the machine at one moment, and what was counted up to it.
///
/// @param residents the boxes of the house, layer by layer and place by place
public record Census(List<Resident> residents, Counts counts) {
    /// Nobody yet.
    public static final Census EMPTY = new Census(List.of(), Counts.NONE);

    public Census {
        residents = List.copyOf(residents);
    }

    /// The resident that has or had that endpoint, or null.
    public @Nullable Resident resident(Endpoint endpoint) {
        for (Resident resident : residents) {
            if (resident.endpoint().equals(endpoint)) {
                return resident;
            }
        }
        return null;
    }

    /// The resident of that label, or null.
    public @Nullable Resident resident(String label) {
        for (Resident resident : residents) {
            if (resident.label().equals(label)) {
                return resident;
            }
        }
        return null;
    }
}
