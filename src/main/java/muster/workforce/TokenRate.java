package muster.workforce;

import java.util.Optional;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Source;

/** How many generated tokens do what a human researcher does, whether that is stated or follows from what agents spend. */
public sealed interface TokenRate permits ResearcherRate, AgentRate {

    /**
     * What of a supply does the work, and how many tokens and streams it takes.
     *
     * @param supply generated tokens and their streams, as far as they are used
     * @param tokens generated tokens that do what a human researcher does, in token/researcher-second
     * @param streams streams that stand for one researcher, in stream/researcher
     */
    record Spent(WorkforceSupply supply, Figure tokens, Figure streams) {}

    /** What it makes of a supply; records it. */
    Spent spend(Chain chain, WorkforceSupply supply);

    /** Tokens for a researcher-second at the central values. */
    double centralTokens();

    /** Which tokens it counts. */
    ResearcherRate.Counts counts();

    /** The model that it is stated for, where it is stated for one. */
    Optional<ResearcherRate.Reference> reference();

    /** What it is, in words. */
    String words();

    /** What it states of tokens. */
    String stated();

    /** Where it comes from. */
    Optional<Source> source();
}
