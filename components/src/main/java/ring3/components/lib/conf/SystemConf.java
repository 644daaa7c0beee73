package ring3.components.lib.conf;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ring3.components.protocol.ServiceSetup;

/// A privileges file: blocks of `service NAME { option value ...; ... };`, as in the system.conf of
/// MINIX (minix: commands/minix-service/parse.c, system.conf.5). What a block does not say is as
/// for a service of MINIX: the basic kernel calls, all system processes as partners, queue 7 with
/// 200 ms by sched, no ports, no lines.
///
/// | option | values |
/// |---|---|
/// | `ipc` | ALL, ALL_SYS, NONE, or names of the boot image, SYSTEM and USER |
/// | `system` | ALL, BASIC, NONE, or kernel calls without `SYS_`, which are added to the basic ones |
/// | `io` | NONE, or ports in hexadecimal, `BASE` or `BASE:COUNT` |
/// | `irq` | NONE, or interrupt lines |
/// | `priority`, `quantum` | a queue from 0 to 15, and milliseconds |
/// | `scheduler` | KERNEL, or sched |
/// | `uid` | 0: all processes are the superuser so far |
/// | `memory` | KiB; Ring3's own, as are those that follow |
/// | `heartbeat` | NONE, clock ticks, or seconds as `1HZ` |
/// | `restart` | YES or NO |
/// | `major` | ANY or a number |
public final class SystemConf {
    private final Map<String, ServiceSetup> blocks = new LinkedHashMap<>();

    private SystemConf() {}

    /// Reads the `text` of a file. All of it must be right: whoever writes a file wants to know.
    public static SystemConf parse(String file, String text) throws ConfMistake {
        SystemConf conf = new SystemConf();
        ConfWords words = new ConfWords(file, text);
        for (String word = words.next(); !word.equals(ConfWords.END); word = words.next()) {
            if (!word.equals("service")) {
                throw words.mistake("a block begins with 'service', not with '" + word + "'");
            }
            conf.readBlock(words);
        }
        return conf;
    }

    private void readBlock(ConfWords words) throws ConfMistake {
        String name = words.next();
        if (!ServiceSetup.isLabel(name)) {
            throw words.mistake(
                    "a service has a name of 1 to "
                            + ServiceSetup.LABEL_MAX
                            + " letters, digits, '_', '-' and '.'");
        }
        if (blocks.containsKey(name)) {
            throw words.mistake("there is a block for " + name + " already");
        }
        words.expect("{", "behind the name " + name);
        ConfBlock block = new ConfBlock(words);
        for (String option = words.next(); !option.equals("}"); option = words.next()) {
            if (option.equals(ConfWords.END)) {
                throw words.mistake("the block of " + name + " has no '}'");
            }
            if (!option.equals(";")) {
                block.take(option, words.values(option));
            }
        }
        words.expect(";", "behind the block of " + name);
        blocks.put(name, block.setup(name));
    }

    /// What the block for a service says, or null when there is none.
    public @Nullable ServiceSetup find(String name) {
        return blocks.get(name);
    }
}
