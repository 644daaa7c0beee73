package ring3.visualizer.sentences;

import static ring3.visualizer.sentences.MessageText.hex;

import ring3.syslib.KernelRequest.Vmctl;

/// What vm does to the memory of others, as sentences.
final class MemorySentences {
    private static final int PAGE_KIB = 4;

    String of(Vmctl request, String target) {
        return switch (request.request()) {
            case Vmctl.CLEAR_PAGE_FAULT -> "lets %s try again".formatted(target);
            case Vmctl.MEMORY_GET -> "asks whose kernel call waits for memory";
            case Vmctl.MEMORY_REPLY -> "has seen to the memory that %s needs".formatted(target);
            case Vmctl.INHIBIT_SET -> "keeps %s from running".formatted(target);
            case Vmctl.INHIBIT_CLEAR, Vmctl.BOOT_INHIBIT_CLEAR ->
                    "lets %s run with its memory".formatted(target);
            case Vmctl.MAP ->
                    "maps %d KiB at %s for %s"
                            .formatted(request.pages() * PAGE_KIB, hex(request.address()), target);
            default ->
                    request.address() == 0
                            ? "takes all memory from " + target
                            : "takes %d KiB at %s from %s"
                                    .formatted(
                                            request.pages() * PAGE_KIB,
                                            hex(request.address()),
                                            target);
        };
    }
}
