package ring3.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ring3.app.Installation;
import ring3.app.machine.MachineSpec;
import ring3.app.student.BuildComponent;
import ring3.app.student.Component;
import ring3.app.student.ComponentFolder;
import ring3.app.student.ComponentName;
import ring3.app.student.Delivery;
import ring3.app.student.Mistakes;
import ring3.app.student.Template;
import ring3.events.KernelEvent;
import ring3.events.KernelEvent.Printed;
import ring3.hardware.CostModel;
import ring3.hardware.VirtualClock;

/// What the lab sends to a machine that runs arrives, is started, and can be sent again.
class ParcelCableTest {
    private static final long SLICE_NANOS = 2_000_000;
    private static final long LIMIT_NANOS = 60_000_000_000L;

    @TempDir private Path folder;
    private final List<String> log = new ArrayList<>();
    private final ParcelCable cable = new ParcelCable();

    private Session powerOn(Script script) {
        List<String> environment = List.of("courier=" + ParcelCable.TERMINAL);
        var spec =
                new MachineSpec(
                        Installation.home().systemDisk(),
                        null,
                        environment,
                        CostModel.DEFAULT,
                        true);
        return new Session(spec, script, this::observe);
    }

    private Session powerOn() {
        Session session = powerOn(Script.NONE);
        cable.plugInto(session);
        return session;
    }

    private boolean observe(KernelEvent event) {
        cable.add(event);
        if (event instanceof Printed printed) {
            log.add(printed.text());
        }
        return false;
    }

    private List<String> send(Session session, Component component) {
        List<String> answer = new ArrayList<>();
        cable.send(Delivery.of(component, (status, said) -> note(answer, status, said)));
        return await(session, answer);
    }

    private static void note(List<String> answer, int status, List<String> said) {
        answer.add(Integer.toString(status));
        answer.addAll(said);
    }

    /// Waits for an answer: the status, and then what was said.
    private List<String> await(Session session, List<String> answer) {
        while (answer.isEmpty() && session.nanos() < LIMIT_NANOS) {
            cable.feed(session);
            session.run(session.nanos() + SLICE_NANOS);
        }
        return answer;
    }

    private Component build(String edit, String by) throws IOException, Mistakes {
        Path source = folder.resolve("lamp/src/Lamp.java");
        if (!Files.exists(source)) {
            ComponentFolder.make(folder, ComponentName.parse("lamp"), Template.DRIVER);
        }
        Files.writeString(source, Files.readString(source).replace(edit, by));
        return new BuildComponent(new ComponentFolder(folder.resolve("lamp"))).build();
    }

    @Test
    void aDriverIsStartedAndReplacedWhenItComesAgain() throws Exception {
        Session session = powerOn();

        assertEquals(List.of("0"), send(session, build("", "")));
        assertTrue(log.getLast().startsWith("lamp: port 300"), log.toString());

        assertEquals(List.of("0"), send(session, build("lamp: port", "lamp, again: port")));
        assertTrue(log.getLast().startsWith("lamp, again: port 300"), log.toString());
    }

    @Test
    void aDriverThatDiesAtOnceIsToldAndTheNextOneIsStarted() throws Exception {
        Session session = powerOn();
        List<String> answer = send(session, build("BASE = 0x300", "BASE = 0x1f0"));

        assertEquals(List.of("1", "service: lamp: Input/output error"), answer);
        assertEquals(List.of("0"), send(session, build("BASE = 0x1f0", "BASE = 0x300")));
    }

    @Test
    void aFileThatCannotBeStoredIsToldAndTheNextParcelArrives() {
        Session session = powerOn();
        for (String path : List.of("/no/such/folder/file", "/home/file")) {
            var file = new Parcel.File(path, 0644, new byte[] {0, 4, '\n', '\r', (byte) 0xff});
            List<String> answer = new ArrayList<>();
            cable.send(
                    new Parcel(
                            List.of(file),
                            null,
                            null,
                            (status, said) -> note(answer, status, said)));
            String failure = "courier: /no/such/folder/file: No such file or directory";
            assertEquals(
                    path.startsWith("/no") ? List.of("1", failure) : List.of("0"),
                    await(session, answer));
        }
    }

    @Test
    void theInputsReplayedAtTheirEventsGiveTheSameRun() throws Exception {
        Session session = powerOn();
        assertEquals(List.of("0"), send(session, build("", "")));
        assertFalse(session.inputs().isEmpty());

        Session again = powerOn(new Replay(session.inputs()));
        while (again.kernel().event() < session.kernel().event()) {
            again.run(session.nanos());
        }

        assertEquals(session.inputs(), again.inputs());
        assertEquals(session.kernel().traceHash(), again.kernel().traceHash());
    }

    /// Does again what was done.
    private record Replay(Queue<AppliedInput> left) implements Script {
        Replay(List<AppliedInput> inputs) {
            this(new ArrayDeque<>(inputs));
        }

        @Override
        public long dueNanos() {
            AppliedInput next = left.peek();
            return next == null ? VirtualClock.NEVER : next.nanos();
        }

        @Override
        public boolean act(Session session) {
            session.apply(left.remove().input());
            return false;
        }
    }
}
