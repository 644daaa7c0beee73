package ring3.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a person gives us that we cannot use ends with status 2 and one sentence that names
/// file, place and cause.
class BadInputTest {
    @TempDir private Path folder;

    /// Arguments in which `@NAME` stands for a file of the test's folder, and a part of the
    /// sentence.
    record Case(String arguments, String sentence) {
        @Override
        public String toString() {
            return arguments;
        }
    }

    private static Stream<Case> cases() {
        return Stream.of(
                new Case("run nosuch", "nosuch: no file and no shipped scenario has this name"),
                new Case("run", "Missing required parameter: 'SCENARIO'"),
                new Case("run boot --seed x", "Invalid value for option '--seed'"),
                new Case("run boot --for 3", "'3' is no time: write one as 10s"),
                new Case("run boot --nosuch", "Unknown option: '--nosuch'"),
                new Case("run boot --record f", "Unknown options: '--record', 'f'"),
                new Case("nosuch", "Unmatched argument at index 0: 'nosuch'"),
                new Case("run @", ": "),
                new Case("run @malformed.json", "malformed.json: line 3, column 1: "),
                new Case("run @twice.json", "twice.json: line 1, column "),
                new Case("run @untitled.json", "untitled.json: top level: required property 'titl"),
                new Case("run @wrongstep.json", "wrongstep.json: /steps/0: property 'jump'"),
                new Case("run @wrongtime.json", "wrongtime.json: /for: "),
                new Case("run @policy.json", "policy.json: /schedulingPolicy: does not have"),
                new Case(
                        "run @mode.json",
                        "mode.json: /kernelMode/1: no service is called 'no'; th"),
                new Case("run @init.json", "init.json: /kernelMode/0: no service is called 'init'"),
                new Case("run @iommu.json", "iommu.json: /iommu: "),
                new Case("run @dma.json", "dma.json: /diskDma: does not have"),
                new Case("run boot --disk @missing.img", "missing.img: no such file or folder"),
                new Case("run boot --disk @", "a disk image is a regular file, and this is none"),
                new Case("run boot --report @no/such/report", "no such file or folder"),
                new Case("shell -c true --disk @empty.img", "superblock: the image is truncated"),
                new Case("shell -c true --disk @zeros.img", "superblock: no MINIX V3 file system"),
                new Case("shell -c true --disk @blocks.img", "superblock: a block of 1000 bytes"),
                new Case("shell -c true --disk @short.img", "superblock: the image is truncated"),
                new Case("shell -c true --write", "--write: there is no image to write to"),
                new Case("screenshot boot -o @p.png", "Missing required option: '--at=EVENT|TIME'"),
                new Case("screenshot boot --at soon -o @p.png", "'soon' is no time"),
                new Case("screenshot boot --at 5 --size 9 -o @p.png", "'9' is no size"),
                new Case("screenshot boot --at 5 --size 9x9 -o @p.png", "a picture is 320 to"),
                new Case("screenshot boot --at 5 --view moon -o @p.png", "option '--view'"),
                new Case("disk", "Missing required subcommand"),
                new Case("disk mkfs @new.img", "Missing required option: '--size=SIZE'"),
                new Case("disk mkfs @new.img --size big", "'big' is no size: write one as 1440K"),
                new Case("disk mkfs @new.img --size 9", "0 blocks are too few: the file system"),
                new Case("disk mkfs @new.img --size 4000G", "blocks are more than a disk can have"),
                new Case("disk mkfs @new.img --size 1M --block 0", "a block of 0 bytes is none of"),
                new Case("disk mkfs @new.img --size 1M --inodes 0", "0 inodes are impossible"),
                new Case("disk mkfs @new.img --size 1G --inodes 9999999", "inodes are too many"),
                new Case("disk mkfs @zeros.img --size 1M", "zeros.img: it exists already; --force"),
                new Case("disk mkfs @ --size 1M --force", "a disk image is a regular file"),
                new Case("disk mkfs @no/such.img --size 1M", "such.img: no such file or folder"),
                new Case("disk ls @missing.img", "missing.img: no such file or folder"),
                new Case("disk ls @zeros.img", "superblock: no MINIX V3 file system"),
                new Case("disk ls @blocks.img", "superblock: a block of 1000 bytes is none of"),
                new Case("disk check @empty.img", "superblock: the image is truncated: it ends"),
                new Case("disk check @", "a disk image is a regular file, and this is none"),
                new Case("disk get @zeros.img", "Missing required parameter: 'PATH'"),
                new Case("disk put @zeros.img a", "requires at least 2 values"),
                new Case("disk put @zeros.img a b --mode 888", "'888' are no permissions: write"),
                new Case(
                        "new driver Led --in @", "'Led': a name is a small letter, and then small"),
                new Case("new driver tty --in @", "'tty': the system has a component of this"),
                new Case("new server string --in @", "'string': Java has a class String of its"),
                new Case("new driver sef --in @", "'sef': the program text uses another class"),
                new Case("new driver a123456789012345 --in @", "a name has at most 15 characters"),
                new Case("new moon led --in @", "expected one of [DRIVER, SERVER, PROGRAM]"),
                new Case("new program there --in @", "there: it exists already, and nothing in it"),
                new Case("build @nosuch", "nosuch: there is no such folder"),
                new Case("build @there", "There.java: the main class of there is missing"),
                new Case("shell -c true --with @nosuch", "nosuch: there is no such folder"),
                new Case("bench --only moon", "Invalid value for option '--only'"),
                new Case("bench --json @no/such/results", "no such file or folder"));
    }

    @ParameterizedTest(name = "ring3 {0}")
    @MethodSource("cases")
    void isToldInOneSentence(Case bad) throws IOException {
        makeFiles();

        Outcome outcome = Outcome.of(bad.arguments().replace("@", folder + "/").split(" "));

        assertEquals(2, outcome.status(), outcome.err());
        assertEquals("", outcome.out());
        assertTrue(outcome.err().startsWith("ring3: "), outcome.err());
        assertTrue(outcome.err().contains(bad.sentence()), outcome.err());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertFalse(outcome.err().contains("Exception"), outcome.err());
    }

    private void makeFiles() throws IOException {
        String good =
                """
                {"title": "t", "description": "d", "seed": 1, "for": "1s", \
                "steps": [], "checks": []}\
                """;
        Files.createDirectory(folder.resolve("there"));
        write("malformed.json", "{\n\"title\": \n}");
        write("twice.json", good.replace("\"seed\": 1", "\"seed\": 1, \"seed\": 2"));
        write("untitled.json", good.replace("\"title\": \"t\", ", ""));
        write("wrongstep.json", good.replace("\"steps\": []", "\"steps\": [{\"jump\": 1}]"));
        write("wrongtime.json", good.replace("1s", "soon"));
        write("policy.json", good.replace("\"for\"", "\"schedulingPolicy\": \"fifo\", \"for\""));
        write("mode.json", good.replace("\"for\"", "\"kernelMode\": [\"tty\", \"no\"], \"for\""));
        write("init.json", good.replace("\"for\"", "\"kernelMode\": [\"init\"], \"for\""));
        write("iommu.json", good.replace("\"for\"", "\"iommu\": \"off\", \"for\""));
        write("dma.json", good.replace("\"for\"", "\"diskDma\": \"no\", \"for\""));
        Files.write(folder.resolve("empty.img"), new byte[0]);
        Files.write(folder.resolve("zeros.img"), new byte[4096]);
        Files.write(folder.resolve("blocks.img"), superblock(1, 1000));
        Files.write(folder.resolve("short.img"), superblock(5, 1024));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /// Four blocks of 1 KiB with what the host looks at in a superblock.
    private static byte[] superblock(int zones, int blockSize) {
        byte[] image = new byte[4096];
        image[1024 + 20] = (byte) zones;
        image[1024 + 24] = 0x5a;
        image[1024 + 25] = 0x4d;
        image[1024 + 28] = (byte) blockSize;
        image[1024 + 29] = (byte) (blockSize >> 8);
        return image;
    }

    @Test
    void anUnknownScenarioIsAnsweredWithTheShippedOnes() {
        String sentence = Outcome.of("run", "nosuch").err();

        assertTrue(
                sentence.contains(
                        "boot, disk-driver-crash, dma-guarded, dma-unguarded, forbidden-port,"
                                + " scheduling-policies, silent-driver, wild-pointer-kernel,"
                                + " wild-pointer-user"),
                sentence);
    }

    @Test
    void helpIsNoBadInput() {
        for (String command :
                Arrays.asList("run", "shell", "screenshot", "bench", "calls", "disk")) {
            Outcome outcome = Outcome.of(command, "--help");

            assertEquals(0, outcome.status());
            assertTrue(outcome.out().startsWith("Usage: ring3 " + command), outcome.out());
            assertEquals("", outcome.err());
        }
    }
}
