package ring3.app.scenario;

import java.util.List;

/// What the system did against a faulty component.
sealed interface RecoveryCondition extends Condition {
    /// The service of that label was restarted exactly so often.
    record Restarts(String label, int count) implements RecoveryCondition {
        @Override
        public Verdict judge(Scene scene) {
            int restarts = scene.witness().restarts().count(label);
            return new Verdict(restarts == count, label + " was restarted " + restarts + " times");
        }
    }

    /// The kernel refused an access of that process, or the IOMMU one of that device.
    ///
    /// @param rule the rule that it broke, as the kernel names it
    /// @param error what the process was told
    record Denied(String process, String rule, String error) implements RecoveryCondition {
        @Override
        public Verdict judge(Scene scene) {
            List<ring3.app.report.Denied> all = scene.witness().denials().all();
            for (ring3.app.report.Denied denied : all) {
                if (matches(denied)) {
                    return new Verdict(true, denied.what());
                }
            }
            return new Verdict(false, "none of " + all.size() + " refusals is of that kind");
        }

        private boolean matches(ring3.app.report.Denied denied) {
            return denied.process().equals(process)
                    && denied.rule().equals(rule)
                    && denied.error().equals(error);
        }
    }
}
