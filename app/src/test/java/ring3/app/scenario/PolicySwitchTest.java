package ring3.app.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ring3.app.Installation;
import ring3.app.Span;
import ring3.app.report.Report;

/// Goal: the policy can be changed while processes compute under it, nobody is forgotten, and the
/// run is still a function of scenario and seed. Method: three loops run through all three
/// policies.
class PolicySwitchTest {
    private static final String NAME = "switch";
    private static final String LOOPS =
            "e=$(($(date +%s) + 24)); spin $e & nice spin $e & nice -n 19 spin $e & sleep 5;"
                    + " for p in rr lottery minix rr; do schedpolicy $p; sleep 5; done; wait\n";

    private static Report report(String firstPolicy, long seed) {
        Scenario scenario =
                new Scenario(
                        NAME,
                        NAME,
                        seed,
                        new Span(60_000_000_000L),
                        null,
                        firstPolicy,
                        null,
                        null,
                        null,
                        Map.of("user", 50_000L),
                        List.of(
                                new Step.Await(new Condition.Prompt(true)),
                                new Step.Type(LOOPS),
                                new Step.Await(new Condition.Runs("spin")),
                                new Step.Await(new Condition.Prompt(true))),
                        List.of(new Check("it goes on", new Condition.Panics(false))));
        Play play =
                new Play(NAME, scenario, seed, Installation.home().systemDisk(), null, _ -> false);
        play.toTheEnd(scenario.limit().nanos());
        return play.report();
    }

    @ParameterizedTest
    @ValueSource(strings = {"minix", "rr", "lottery"})
    void twoRunsThroughAllPoliciesAreTheSame(String firstPolicy) {
        Report once = report(firstPolicy, 1);

        assertTrue(once.passed(), once.summary());
        assertEquals(once, report(firstPolicy, 1));
    }

    @Test
    void theSeedDecidesTheDraws() {
        assertNotEquals(report("lottery", 1).traceHash(), report("lottery", 2).traceHash());
    }
}
