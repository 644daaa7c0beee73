package ring3.kernel.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A cast of processes and what they do one after the other.
record Story(List<Role> cast, List<Step> steps) {
    Story {
        cast = List.copyOf(cast);
        steps = List.copyOf(steps);
    }

    /// How the kernel and the model differ in this story, and the story up to there; null when they
    /// do not.
    @Nullable Failure play() {
        Stage stage = new Stage(cast);
        List<Step> played = new ArrayList<>();
        for (Step step : steps) {
            if (stage.isPossible(step)) {
                played.add(step);
                String difference = stage.play(step);
                if (difference != null) {
                    return new Failure(new Story(cast, played), difference);
                }
            }
        }
        return null;
    }

    /// This story without the steps from `from` to `to`.
    Story without(int from, int to) {
        List<Step> rest = new ArrayList<>(steps.subList(0, from));
        rest.addAll(steps.subList(to, steps.size()));
        return new Story(cast, rest);
    }

    /// This story with another step at `index`.
    Story with(int index, Step step) {
        List<Step> changed = new ArrayList<>(steps);
        changed.set(index, step);
        return new Story(cast, changed);
    }

    /// This story where process `index` has another role.
    Story with(int index, Role role) {
        List<Role> changed = new ArrayList<>(cast);
        changed.set(index, role);
        return new Story(changed, steps);
    }

    @Override
    public String toString() {
        String plot = steps.stream().map(Step::toString).collect(Collectors.joining("\n"));
        return IntStream.range(0, cast.size())
                .filter(i -> plot.contains("p" + i))
                .mapToObj(i -> "p" + i + " is a " + cast.get(i))
                .collect(Collectors.joining("\n", "", "\n" + plot));
    }

    /// A story in which the kernel and the model differ behind the last step.
    record Failure(Story story, String difference) {
        @Override
        public String toString() {
            return story + "\n" + difference + " by the kernel";
        }

        /// The shortest story with a difference that is found by leaving out steps and messages,
        /// and by making the processes plain services.
        Failure shrunk() {
            Failure best = this;
            for (Failure next = best.smaller(); next != null; next = best.smaller()) {
                best = next;
            }
            return best;
        }

        private @Nullable Failure smaller() {
            Failure found = null;
            int size = story.steps().size();
            for (int length = size / 2; found == null && length > 0; length /= 2) {
                for (int from = 0; found == null && from + length <= size; from += length) {
                    found = story.without(from, from + length).play();
                }
            }
            for (int i = 0; found == null && i < size; i++) {
                found = withFewerMessages(i);
            }
            for (int i = 0; found == null && i < story.cast().size(); i++) {
                Role plain = Role.plain(story.cast().get(i).slot());
                found = plain.equals(story.cast().get(i)) ? null : story.with(i, plain).play();
            }
            return found;
        }

        private @Nullable Failure withFewerMessages(int index) {
            if (!(story.steps().get(index) instanceof Step.Senda senda)) {
                return null;
            }
            Failure found = null;
            for (int i = 0; found == null && i < senda.entries().size(); i++) {
                List<Step.Entry> rest = new ArrayList<>(senda.entries());
                rest.remove(i);
                Step shorter = new Step.Senda(senda.actor(), senda.keep(), rest);
                found = story.with(index, shorter).play();
            }
            return found;
        }
    }
}
