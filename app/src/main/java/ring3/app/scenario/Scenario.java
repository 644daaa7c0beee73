package ring3.app.scenario;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ring3.app.Span;
import ring3.hardware.CostModel;

/// A prepared story: how a machine is set up, what is done to it, and what must hold in the end.
///
/// @param title what it shows, in a few words
/// @param description what to look at, in a few sentences
/// @param seed decides everything that is left to chance, unless somebody gives another
/// @param limit how long it may take, in virtual time
/// @param parameters what init is told, `NAME=value` each
/// @param schedulingPolicy the word for the policy that the scheduling server begins with, or null
///   for its own choice
/// @param kernelMode the names of services that run in kernel mode: nothing that they do is checked
/// @param iommu whether devices reach only memory that was opened to them; they do unless said
/// @param diskDma the word for how the disk driver uses DMA, or null when it does not
/// @param costs what costs other than usual, in nanoseconds, by the names of [CostModel]
/// @param steps what is done, one after another
/// @param checks what must hold in the end
@JsonIgnoreProperties("$schema")
public record Scenario(
        String title,
        String description,
        long seed,
        @JsonProperty("for") Span limit,
        @Nullable List<String> parameters,
        @Nullable String schedulingPolicy,
        @Nullable List<String> kernelMode,
        @Nullable Boolean iommu,
        @Nullable String diskDma,
        @Nullable Map<String, Long> costs,
        List<Step> steps,
        List<Check> checks) {
    public Scenario {
        parameters = parameters == null ? List.of() : List.copyOf(parameters);
        kernelMode = kernelMode == null ? List.of() : List.copyOf(kernelMode);
        costs = costs == null ? Map.of() : Map.copyOf(costs);
        steps = List.copyOf(steps);
        checks = List.copyOf(checks);
    }

    /// The boot parameters of a run with that seed, which are what init is told too.
    List<String> environment(long runSeed) {
        List<String> all = new ArrayList<>(parameters == null ? List.of() : parameters);
        all.add("seed=" + runSeed);
        if (schedulingPolicy != null) {
            all.add("schedpolicy=" + schedulingPolicy);
        }
        if (!kernelModeServices().isEmpty()) {
            all.add("kernelmode=" + String.join(",", kernelModeServices()));
        }
        if (diskDma != null) {
            all.add("ata_dma=" + diskDma);
        }
        return all;
    }

    /// The services that run in kernel mode.
    List<String> kernelModeServices() {
        return kernelMode == null ? List.of() : kernelMode;
    }

    /// Whether the IOMMU is on.
    boolean hasIommu() {
        return iommu == null || iommu;
    }

    /// What things cost.
    CostModel costModel() {
        CostModel usual = CostModel.DEFAULT;
        return new CostModel(
                cost("instruction", usual.instruction()),
                cost("user", usual.user()),
                cost("trap", usual.trap()),
                cost("message", usual.message()),
                cost("contextSwitch", usual.contextSwitch()),
                cost("interrupt", usual.interrupt()),
                cost("port", usual.port()),
                cost("copyKib", usual.copyKib()));
    }

    private long cost(String name, long usual) {
        return costs == null ? usual : costs.getOrDefault(name, usual);
    }

    /// Whether a panic of the kernel is part of the story.
    public boolean expectsPanic() {
        return checks.stream().anyMatch(check -> check.that().equals(new Condition.Panics(true)));
    }
}
