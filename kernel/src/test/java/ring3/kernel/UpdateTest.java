package ring3.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static ring3.kernel.testing.TestMachine.must;
import static ring3.kernel.testing.TestMachine.pause;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import ring3.events.KernelEvent.KernelCallRefused;
import ring3.events.Rule;
import ring3.kernel.testing.Member;
import ring3.kernel.testing.Ping;
import ring3.kernel.testing.Rights;
import ring3.kernel.testing.TestMachine;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.GrantTable;
import ring3.syslib.KernelRequest.Clear;
import ring3.syslib.KernelRequest.Setalarm;
import ring3.syslib.KernelRequest.Statectl;
import ring3.syslib.KernelRequest.Update;
import ring3.syslib.Program;
import ring3.syslib.Received;
import ring3.syslib.SysCall;
import ring3.syslib.Syslib;

/// SYS_UPDATE: whoever knows a service by its endpoint reaches the new program from one moment to
/// the next. All waits of the tests are short of their end when rs swaps the two at tick 1.
class UpdateTest {
    private static final int BUFFER = 0x2000;

    private final TestMachine machine = new TestMachine();
    private final Member before = machine.service("before");
    private final Member after = machine.service("after");
    private final Member client = machine.service("client").scheduled(8, 200);
    private final List<Integer> status = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();

    private Update update() {
        return new Update(before.endpoint(), after.endpoint(), 0);
    }

    /// Rs swaps the two, lets both go on, and perhaps does more.
    private void swap(Consumer<Syslib> more) {
        machine.rs(sys -> {
            pause(sys, 1);
            status.add(sys.status(update()));
            sys.send(before.endpoint(), new Ping(0));
            sys.send(after.endpoint(), new Ping(0));
            more.accept(sys);
        });
    }

    /// Prepares, waits for rs, then does the rest.
    private static Program waits(Consumer<Syslib> prepare, Consumer<Syslib> rest) {
        return sys -> {
            prepare.accept(sys);
            sys.receive(Endpoint.RS);
            rest.accept(sys);
        };
    }

    private void answers(Syslib sys, String name) {
        Received in = sys.receive();
        heard.add(name + " as " + sys.self().slot() + " hears " + ((Ping) in.message()).number());
        sys.reply(in.source(), new Ping(9));
    }

    private void bothAnswer() {
        before.runs(waits(_ -> {}, sys -> answers(sys, "before")));
        after.runs(waits(_ -> {}, sys -> answers(sys, "after")));
    }

    @Test
    void newProgramAnswersUnderTheOldEndpoint() {
        bothAnswer();
        client.runs(sys -> {
            pause(sys, 2);
            status.add(sys.call(before.endpoint(), new Ping(1)));
            status.add(sys.call(after.endpoint(), new Ping(2)));
        });
        swap(_ -> {});
        machine.run(3 * TestMachine.TICK);

        int nine = new Ping(9).type();
        assertEquals(List.of(0, nine, nine), status);
        int old = before.endpoint().slot();
        int late = after.endpoint().slot();
        assertEquals(
                List.of("after as " + old + " hears 1", "before as " + late + " hears 2"), heard);
        assertEquals(before.endpoint(), machine.kernel().find("after"));
    }

    @Test
    void sendersThatWaitReachTheNewProgram() {
        bothAnswer();
        Member second = machine.service("second").scheduled(8, 200);
        client.runs(sys -> status.add(sys.call(before.endpoint(), new Ping(1))));
        second.runs(sys -> status.add(sys.call(after.endpoint(), new Ping(2))));
        swap(_ -> {});
        machine.run(3 * TestMachine.TICK);

        int nine = new Ping(9).type();
        assertEquals(List.of(0, nine, nine), status.stream().sorted().toList());
        int old = before.endpoint().slot();
        int late = after.endpoint().slot();
        assertEquals(
                List.of("after as " + old + " hears 1", "before as " + late + " hears 2"),
                heard.stream().sorted().toList());
    }

    @Test
    void whoWaitsForAnAnswerGetsItFromTheNewProgram() {
        before.runs(waits(Syslib::receive, _ -> {}));
        after.runs(waits(_ -> {}, sys -> sys.reply(client.endpoint(), new Ping(9))));
        client.runs(sys -> status.add(sys.call(before.endpoint(), new Ping(1))));
        swap(_ -> {});
        machine.run(3 * TestMachine.TICK);

        assertEquals(List.of(0, new Ping(9).type()), status);
    }

    @Test
    void pendingNotificationIsForWhoeverHasTheEndpoint() {
        before.runs(waits(_ -> {}, _ -> {}));
        after.runs(waits(_ -> {}, sys -> heard.add("" + sys.receive().source().slot())));
        client.runs(sys -> sys.notify(before.endpoint()));
        swap(_ -> {});
        machine.run(3 * TestMachine.TICK);

        assertEquals(List.of("" + client.endpoint().slot()), heard);
    }

    @Test
    void rightsBelongToTheEndpoint() {
        before.rights(Rights.ALL.calls(SysCall.SYS_TIMES));
        before.runs(waits(_ -> {}, sys -> heard.add("before " + sys.setAlarm(0))));
        after.runs(waits(_ -> {}, sys -> heard.add("after " + sys.setAlarm(0))));
        swap(_ -> {});
        machine.run(3 * TestMachine.TICK);

        assertEquals(
                List.of("after " + Errno.ECALLDENIED.status(), "before 0"),
                heard.stream().sorted().toList());
    }

    @Test
    void alarmGoesOffForWhoeverHasTheEndpoint() {
        before.runs(waits(sys -> must(sys, new Setalarm(3, false)), _ -> {}));
        after.runs(
                waits(
                        _ -> {},
                        sys -> {
                            sys.receive(Endpoint.CLOCK);
                            heard.add("after");
                        }));
        swap(_ -> {});
        machine.run(5 * TestMachine.TICK);

        assertEquals(List.of("after"), heard);
    }

    /// The id of the first grant, which is the same in every process.
    private int grant;

    private void grants(Syslib sys, int value) {
        sys.memory().putInt(BUFFER, value);
        grant = sys.grants().direct(client.endpoint(), BUFFER, 4, GrantTable.READ);
    }

    @Test
    void grantsStayWithTheMemoryThatTheyAreAbout() {
        before.runs(waits(sys -> grants(sys, 1), _ -> {}));
        after.runs(waits(sys -> grants(sys, 2), _ -> {}));
        client.runs(sys -> {
            pause(sys, 2);
            status.add(sys.safeCopyFrom(before.endpoint(), grant, 0, BUFFER, 4));
            status.add(sys.memory().getInt(BUFFER));
            status.add(sys.safeCopyFrom(after.endpoint(), grant, 0, BUFFER, 4));
            status.add(sys.memory().getInt(BUFFER));
        });
        swap(_ -> {});
        machine.run(3 * TestMachine.TICK);

        assertEquals(List.of(0, 0, 2, 0, 1), status);
    }

    @Test
    void granterWithoutATableStaysOne() {
        before.runs(waits(sys -> grants(sys, 1), _ -> {}));
        after.runs(waits(_ -> {}, _ -> {}));
        client.runs(sys -> {
            pause(sys, 2);
            status.add(sys.safeCopyFrom(before.endpoint(), grant, 0, BUFFER, 4));
            status.add(sys.safeCopyFrom(after.endpoint(), grant, 0, BUFFER, 4));
        });
        swap(_ -> {});
        machine.run(3 * TestMachine.TICK);

        assertEquals(List.of(0, Errno.ENOTREADY.status(), 0), status);
    }

    @Test
    void asynchronousMessagesStayWithTheirTable() {
        before.runs(waits(sys -> sys.asynsend(client.endpoint(), new Ping(1), 0), _ -> {}));
        after.runs(waits(sys -> sys.asynsend(client.endpoint(), new Ping(2), 0), _ -> {}));
        client.runs(sys -> {
            pause(sys, 2);
            for (int i = 0; i < 2; i++) {
                Received in = sys.receive();
                heard.add(in.source().slot() + ":" + ((Ping) in.message()).number());
            }
        });
        swap(_ -> {});
        machine.run(3 * TestMachine.TICK);

        assertEquals(
                List.of(before.endpoint().slot() + ":2", after.endpoint().slot() + ":1"),
                heard.stream().sorted().toList());
    }

    @Test
    void asynchronousMessageOfOneOfTheTwoIsNotLost() {
        before.runs(waits(sys -> sys.asynsend(client.endpoint(), new Ping(1), 0), _ -> {}));
        after.runs(waits(_ -> {}, _ -> {}));
        client.runs(sys -> {
            pause(sys, 2);
            heard.add(sys.receive().source().slot() + "");
        });
        swap(_ -> {});
        machine.run(3 * TestMachine.TICK);

        assertEquals(List.of(after.endpoint().slot() + ""), heard);
    }

    @Test
    void swapIsUndoneByAnother() {
        bothAnswer();
        machine.rs(sys -> {
            pause(sys, 1);
            must(sys, update());
            must(sys, new Update(before.endpoint(), after.endpoint(), Update.ROLLBACK));
            sys.send(before.endpoint(), new Ping(0));
            status.add(sys.call(before.endpoint(), new Ping(1)));
        });
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(new Ping(9).type()), status);
        assertEquals(List.of("before as " + before.endpoint().slot() + " hears 1"), heard);
    }

    @Test
    void oldProgramCanBeClearedAndTheNewOneGoesOn() {
        bothAnswer();
        client.runs(sys -> {
            pause(sys, 2);
            status.add(sys.call(after.endpoint(), new Ping(2)));
            status.add(sys.call(before.endpoint(), new Ping(1)));
        });
        machine.rs(sys -> {
            pause(sys, 1);
            must(sys, update());
            must(sys, new Clear(after.endpoint()));
            sys.send(before.endpoint(), new Ping(0));
        });
        machine.run(3 * TestMachine.TICK);

        assertEquals(List.of(Errno.EDEADSRCDST.status(), new Ping(9).type()), status);
        assertEquals(List.of("after as " + before.endpoint().slot() + " hears 1"), heard);
    }

    @Test
    void newProgramTellsAllWhoWaitThatItIsAnother() {
        before.runs(waits(Syslib::receive, _ -> {}));
        after.runs(waits(_ -> {}, sys -> must(sys, new Statectl(Statectl.CLEAR_IPC_REFS, 0, 0))));
        client.runs(sys -> status.add(sys.call(before.endpoint(), new Ping(1))));
        swap(_ -> {});
        machine.run(3 * TestMachine.TICK);

        assertEquals(List.of(0, Errno.EDEADSRCDST.status()), status);
    }

    @Test
    void whatCannotBeSwappedIsRefusedAndStaysWhatItIs() {
        bothAnswer();
        Member sends = machine.service("sends");
        Member runs = machine.service("runs").scheduled(9, 200);
        machine.user("user");
        Endpoint user = Endpoint.of(client.endpoint().slot(), 0);
        Member plain = machine.user("plain");
        sends.runs(sys -> sys.send(runs.endpoint(), new Ping(1)));
        runs.runs(sys -> pause(sys, 3));
        machine.rs(sys -> {
            pause(sys, 1);
            Endpoint old = before.endpoint();
            for (Endpoint target :
                    List.of(
                            old,
                            Endpoint.RS,
                            Endpoint.CLOCK,
                            Endpoint.of(99, 9),
                            plain.endpoint(),
                            sends.endpoint(),
                            user)) {
                status.add(sys.status(new Update(old, target, 0)));
                status.add(sys.status(new Update(target, old, 0)));
            }
            sys.send(old, new Ping(0));
            status.add(sys.call(old, new Ping(1)));
        });
        client.runs(sys -> pause(sys, 3));
        machine.run(2 * TestMachine.TICK);

        int invalid = Errno.EINVAL.status();
        int busy = Errno.EBUSY.status();
        int denied = Errno.EPERM.status();
        assertEquals(
                List.of(
                        invalid,
                        invalid,
                        invalid,
                        invalid,
                        invalid,
                        invalid,
                        invalid,
                        invalid,
                        denied,
                        denied,
                        busy,
                        busy,
                        0,
                        0,
                        new Ping(9).type()),
                status);
        assertEquals(Rule.SYSTEM_PROCESS, machine.events(KernelCallRefused.class).get(8).rule());
        assertEquals(Rule.SENDING, machine.events(KernelCallRefused.class).get(10).rule());
        assertEquals(List.of("before as " + before.endpoint().slot() + " hears 1"), heard);
    }

    @Test
    void whatWaitsForTheEndpointReachesOneWhoWaitsForAnything() {
        before.runs(waits(_ -> {}, _ -> {}));
        after.runs(sys -> answers(sys, "after"));
        Member second = machine.service("second").scheduled(8, 200);
        client.runs(sys -> status.add(sys.call(before.endpoint(), new Ping(1))));
        second.runs(sys -> status.add(sys.call(before.endpoint(), new Ping(2))));
        machine.rs(sys -> {
            pause(sys, 1);
            status.add(sys.status(update()));
        });
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(0, new Ping(9).type()), status);
        assertEquals(List.of("after as " + before.endpoint().slot() + " hears 1"), heard);
    }

    @Test
    void whoWaitsForTheOneWhosePlaceItTakesIsNotSwapped() {
        before.runs(Syslib::receive);
        after.runs(sys -> heard.add("" + sys.receive(before.endpoint()).source().slot()));
        machine.rs(sys -> {
            pause(sys, 1);
            status.add(sys.status(update()));
            status.add(sys.status(new Update(after.endpoint(), before.endpoint(), 0)));
        });
        machine.run(2 * TestMachine.TICK);

        assertEquals(List.of(Errno.EBUSY.status(), Errno.EBUSY.status()), status);
    }

    @Test
    void processThatCouldRunIsNotSwapped() {
        bothAnswer();
        machine.rs(sys -> {
            pause(sys, 1);
            sys.send(before.endpoint(), new Ping(0));
            status.add(sys.status(update()));
            pause(sys, 1);
            status.add(sys.status(update()));
        });
        machine.run(3 * TestMachine.TICK);

        assertEquals(List.of(Errno.EBUSY.status(), 0), status);
    }
}
