package muster.view;

import java.util.List;

/**
 * Stages, each of which takes what the one above gives.
 *
 * @param stages from the first to the last
 */
public record Flow(List<Stage> stages) implements Section {

    /**
     * A stage.
     *
     * @param name its name
     * @param gives what comes out of it
     * @param takes what enters beside what the stage above gives
     */
    public record Stage(String name, List<Words> gives, List<Words> takes) {
        public Stage {
            gives = List.copyOf(gives);
            takes = List.copyOf(takes);
        }
    }

    public Flow {
        stages = List.copyOf(stages);
    }

    @Override
    public <T> T accept(SectionVisitor<T> visitor) {
        return visitor.flow(this);
    }
}
