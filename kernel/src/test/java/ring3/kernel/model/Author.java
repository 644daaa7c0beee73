package ring3.kernel.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import ring3.kernel.model.Partner.Kind;
import ring3.syslib.AsyncMessage;
import ring3.syslib.Trap;

/// Invents stories.
final class Author {
    private static final int BOOT_SLOTS = 11;
    private static final int FIRST_DYNAMIC_SLOT = 20;
    private static final int FLAGS =
            AsyncMessage.NOTIFY | AsyncMessage.NOREPLY | AsyncMessage.NOTIFY_ERR;
    private static final Trap[] TRAPS = {
        Trap.SEND,
        Trap.SEND,
        Trap.SENDREC,
        Trap.SENDREC,
        Trap.SENDNB,
        Trap.NOTIFY,
        Trap.NOTIFY,
        Trap.RECEIVE,
        Trap.RECEIVE,
        Trap.RECEIVE,
        Trap.RECEIVE,
        Trap.SENDA,
        Trap.SENDA
    };

    private final Random random;

    Author(Random random) {
        this.random = random;
    }

    // ---- The cast

    /// Two to eight processes. Most are services with all rights, or there would be little to see.
    List<Role> cast() {
        int count = 2 + random.nextInt(7);
        return IntStream.range(0, count).mapToObj(this::role).toList();
    }

    private Role role(int index) {
        boolean boot = index < BOOT_SLOTS && chance(50);
        int slot = boot ? index : FIRST_DYNAMIC_SLOT + index;
        Role plain = Role.plain(slot);
        return new Role(
                slot,
                !boot && chance(15),
                chance(97),
                chance(90) ? plain.traps() : random.nextInt(),
                chance(85) ? plain.ipcTo() : random.nextLong());
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    // ---- The plot

    /// What happens next: most of the time one who is ready does something.
    Step next(Stage stage) {
        int[] dead = those(stage, i -> !stage.isAlive(i));
        int[] alive = those(stage, stage::isAlive);
        int[] ready = those(stage, stage::isReady);
        if (alive.length == 0 || dead.length > 0 && chance(25)) {
            return new Step.Return(any(dead));
        }
        if (ready.length == 0 || chance(2)) {
            return chance(30) ? new Step.Die(any(alive)) : new Step.ClearRefs(any(alive));
        }
        int actor = any(ready);
        boolean asks = stage.role(actor).user() && chance(90);
        Trap trap = asks ? Trap.SENDREC : TRAPS[random.nextInt(TRAPS.length)];
        return trap == Trap.SENDA
                ? new Step.Senda(actor, chance(60), entries(stage.size()))
                : new Step.Act(actor, trap, partner(stage.size(), trap));
    }

    private static int[] those(Stage stage, IntPredicate which) {
        return IntStream.range(0, stage.size()).filter(which).toArray();
    }

    private int any(int[] indices) {
        return indices[random.nextInt(indices.length)];
    }

    private List<Step.Entry> entries(int processes) {
        List<Step.Entry> entries = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            int flags = chance(40) ? 0 : random.nextInt() & FLAGS;
            entries.add(new Step.Entry(partner(processes, Trap.SENDA), flags));
        }
        return entries;
    }

    private Partner partner(int processes, Trap trap) {
        if (trap == Trap.RECEIVE && chance(50)) {
            return new Partner(Kind.ANY, 0);
        }
        int index = random.nextInt(processes);
        return switch (random.nextInt(30)) {
            case 0 -> new Partner(Kind.BEFORE, index);
            case 1, 2 -> new Partner(Kind.TASK, -1 - random.nextInt(5));
            case 3 -> new Partner(Kind.values()[random.nextInt(Kind.values().length)], 0);
            default -> new Partner(Kind.NOW, index);
        };
    }
}
