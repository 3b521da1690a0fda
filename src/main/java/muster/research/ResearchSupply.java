package muster.research;

import java.util.Optional;
import muster.trace.Figure;

/**
 * What research is made of.
 *
 * @param agents AIs that work at once, in researcher
 * @param speed how fast each works, in researcher-month/researcher/month
 * @param experiments compute for experiments, in H100e, where a use of the fleet says it
 */
public record ResearchSupply(Figure agents, Figure speed, Optional<Figure> experiments) {}
