package ring3.visualizer.house;

import static ring3.visualizer.Texts.grouped;
import static ring3.visualizer.Texts.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ring3.events.snapshots.DeviceSnapshot;
import ring3.events.snapshots.MachineSnapshot;
import ring3.events.snapshots.ProcessSnapshot;
import ring3.events.snapshots.ProcessState;
import ring3.hardware.LedPicture;
import ring3.syslib.Endpoint;
import ring3.syslib.SysCall;
import ring3.visualizer.Census;
import ring3.visualizer.DeviceLabels;
import ring3.visualizer.LabFrame;
import ring3.visualizer.Resident;
import ring3.visualizer.Resident.Phase;
import ring3.visualizer.house.BoxState.Look;
import ring3.visualizer.led.LedWords;

/// Makes the boxes of a frame.
final class BoxStates {
    /// How long a new incarnation is shown as new, in virtual time.
    private static final long REBORN_NANOS = 1_500_000_000L;

    private final LabFrame frame;
    private final CpuShares shares;
    private final StateWords words;
    private final Floors floors;

    BoxStates(LabFrame frame, CpuShares shares) {
        this.frame = frame;
        this.shares = shares;
        words = new StateWords(frame.census());
        floors = new Floors(frame);
    }

    List<BoxState> all() {
        List<BoxState> boxes = new ArrayList<>();
        for (Resident resident : census().residents()) {
            if (Layer.of(resident.kind()) != Layer.KERNEL) {
                boxes.add(process(resident));
            }
        }
        for (KernelPart part : KernelPart.values()) {
            boxes.add(kernel(part));
        }
        List<DeviceSnapshot> devices = snapshot().devices();
        for (int i = 0; i < devices.size(); i++) {
            boxes.add(device(devices.get(i), i, devices.size()));
        }
        return boxes;
    }

    private BoxState process(Resident resident) {
        ProcessSnapshot process = snapshot().process(resident.endpoint());
        Look look = look(resident, process);
        String state = state(resident, process);
        return new BoxState(
                resident.label(),
                Layer.of(resident.kind()),
                floors.floor(resident),
                floors.place(resident),
                floors.places(resident),
                resident.label(),
                state,
                brief(resident, process, state),
                detail(resident, process),
                badge(resident),
                resident.phase() == Phase.GONE ? 0 : shares.percent(resident.endpoint()),
                look,
                null,
                spoken(resident, state));
    }

    private Look look(Resident resident, @Nullable ProcessSnapshot process) {
        if (resident.phase() == Phase.GONE) {
            return Look.GONE;
        }
        if (resident.phase() == Phase.DYING
                || process != null && process.state() == ProcessState.SIGNALED) {
            return Look.DYING;
        }
        if (isReborn(resident)) {
            return Look.REBORN;
        }
        return process == null ? Look.NORMAL : look(process);
    }

    private boolean isReborn(Resident resident) {
        return resident.incarnation() > 1
                && snapshot().nanos() - resident.sinceNanos() < REBORN_NANOS;
    }

    private static Look look(ProcessSnapshot process) {
        return switch (process.state()) {
            case RUNNING -> Look.RUNNING;
            case SENDING, NO_MEMORY -> Look.BLOCKED;
            case RECEIVING -> process.partner().equals(Endpoint.ANY) ? Look.NORMAL : Look.BLOCKED;
            case READY, NO_QUANTUM, SIGNALED, STOPPED, NO_PRIVILEGES, KERNEL_TASK -> Look.NORMAL;
        };
    }

    private String state(Resident resident, @Nullable ProcessSnapshot process) {
        if (resident.phase() == Phase.GONE) {
            return text("state.gone");
        }
        if (resident.phase() == Phase.DYING) {
            return text(resident.cause().equals(panic()) ? "state.panicked" : "state.dying");
        }
        if (isReborn(resident)) {
            return text("house.generation", resident.incarnation());
        }
        return process == null ? text("state.unknown") : words.of(process);
    }

    private String brief(Resident resident, @Nullable ProcessSnapshot process, String state) {
        return process == null || resident.phase() != Phase.ALIVE || isReborn(resident)
                ? state
                : words.brief(process);
    }

    private static String detail(Resident resident, @Nullable ProcessSnapshot process) {
        if (resident.phase() == Phase.DYING) {
            return resident.causeInShort();
        }
        return process == null
                ? ""
                : text(
                        "house.detail",
                        resident.endpoint().toString(),
                        Integer.toString(process.priority()));
    }

    private String badge(Resident resident) {
        if (floors.isInKernel(resident)) {
            return text("house.kernelMode.badge");
        }
        return resident.incarnation() > 1 ? text("house.badge", resident.incarnation()) : "";
    }

    private String spoken(Resident resident, String state) {
        String name = resident.label() + ", " + text("kind." + Layer.of(resident.kind()).key());
        if (floors.isInKernel(resident)) {
            name += ", " + text("house.kernelMode");
        }
        return resident.incarnation() > 1 && !isReborn(resident)
                ? "%s, %s, %s"
                        .formatted(name, state, text("house.generation", resident.incarnation()))
                : "%s, %s".formatted(name, state);
    }

    private BoxState kernel(KernelPart part) {
        boolean panicked = panic() != null;
        String state = panicked ? text("kernel.panicked") : activity(part);
        return new BoxState(
                part.label(),
                Layer.KERNEL,
                Layer.KERNEL,
                part.ordinal(),
                floors.kernelPlaces(),
                part.title(),
                state,
                state,
                text("kernel." + part.name().toLowerCase(Locale.ROOT) + ".detail"),
                "",
                -1,
                panicked ? Look.DYING : Look.NORMAL,
                null,
                part.title() + ", " + state);
    }

    private String activity(KernelPart part) {
        return switch (part) {
            case IPC -> text("kernel.ipc", grouped(census().counts().messages()));
            case SCHEDULER -> text("kernel.scheduler", ready());
            case CLOCK -> text("kernel.clock");
            case SYS -> text("kernel.sys", calls());
            case INTERRUPTS -> text("kernel.interrupts");
        };
    }

    private static long calls() {
        return Arrays.stream(SysCall.values()).filter(SysCall::isImplemented).count();
    }

    private long ready() {
        return snapshot().processes().stream()
                .filter(p -> p.state() == ProcessState.READY || p.state() == ProcessState.RUNNING)
                .count();
    }

    private BoxState device(DeviceSnapshot device, int place, int places) {
        LedPicture lights = frame.lightsOf(device);
        String wires =
                device.irq() < 0
                        ? device.ports()
                        : text("device.state", device.ports(), device.irq());
        return new BoxState(
                DeviceLabels.label(device),
                Layer.HARDWARE,
                Layer.HARDWARE,
                place,
                places,
                device.name(),
                device.ports(),
                lights == null ? device.ports() : "",
                device.irq() < 0 ? "" : "IRQ " + device.irq(),
                "",
                -1,
                Look.NORMAL,
                lights,
                device.name() + (lights == null ? "" : ", " + LedWords.of(lights)) + ", " + wires);
    }

    private Census census() {
        return frame.census();
    }

    private @Nullable String panic() {
        return snapshot().panic();
    }

    private MachineSnapshot snapshot() {
        return frame.snapshot();
    }
}
