package ring3.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ring3.events.KernelCallTable.Row;
import ring3.syslib.SysCall;

class KernelCallTableTest {
    private static Row row(SysCall call) {
        List<Row> found =
                KernelCallTable.rows().stream().filter(row -> row.call() == call).toList();
        assertEquals(1, found.size(), call + " stands in the table once");
        return found.getFirst();
    }

    @ParameterizedTest
    @EnumSource
    void everyCallSaysWhatItIsForOrWhyItIsNotThere(SysCall call) {
        assertFalse(row(call).call().meaning().isBlank());
        assertEquals(call.isImplemented(), !call.callers().isBlank());
        assertEquals(!call.isImplemented(), row(call).group().equals("Not implemented, and why"));
    }

    @Test
    void theArgumentsAreThoseOfTheRequestInOrder() {
        assertEquals(List.of("parent", "slot", "flags"), row(SysCall.SYS_FORK).arguments());
        assertEquals(
                List.of("granter", "grant", "offset", "address", "bytes"),
                row(SysCall.SYS_SAFECOPYFROM).arguments());
        assertEquals(List.of("EINVAL", "EPERM"), row(SysCall.SYS_DEVIO).errors());
    }

    @Test
    void aCallThatIsNotThereHasNoArgumentsAndAnswersThatItIsNotThere() {
        assertEquals(List.of(), row(SysCall.SYS_PADCONF).arguments());
        assertEquals(List.of("EBADREQUEST"), row(SysCall.SYS_PADCONF).errors());
    }

    @Test
    void theCallsOfAGroupStandTogether() {
        List<SysCall.Group> groups =
                KernelCallTable.rows().stream().map(row -> row.call().group()).toList();

        assertEquals(groups.stream().sorted(Comparator.naturalOrder()).toList(), groups);
        assertEquals(
                Arrays.stream(SysCall.Group.values()).toList(),
                groups.stream().distinct().toList());
    }
}
