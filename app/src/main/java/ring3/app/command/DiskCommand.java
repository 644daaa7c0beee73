package ring3.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `ring3 disk`: works on disk images from the host, without a machine.
@Command(
        name = "disk",
        synopsisSubcommandLabel = "COMMAND",
        description = "Works on MINIX V3 disk images from the host, without a machine.")
final class DiskCommand {
    private DiskCommand() {}

    /// The command with all of its own commands.
    static CommandLine commandLine(Host host) {
        return new CommandLine(new DiskCommand())
                .addSubcommand(new DiskMkfsCommand())
                .addSubcommand(new DiskLsCommand(host))
                .addSubcommand(new DiskGetCommand(host))
                .addSubcommand(new DiskPutCommand())
                .addSubcommand(new DiskCheckCommand(host));
    }
}
