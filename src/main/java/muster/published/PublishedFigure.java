package muster.published;

import java.util.Optional;
import muster.document.Inline;
import muster.document.yaml.Text;

/**
 * A figure as it was printed, and what came of replaying it.
 *
 * @param published the words that were printed
 * @param finding ours beside it, or why there is none
 */
public record PublishedFigure(Text published, @Inline ReplayFinding finding) {

    /** The figure that Muster computes, where it does. */
    public Optional<ReplayFinding.Computed> computed() {
        return Optional.of(finding)
                .filter(ReplayFinding.Computed.class::isInstance)
                .map(ReplayFinding.Computed.class::cast);
    }
}
