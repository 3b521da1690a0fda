package muster.workforce.agent;

import java.util.Optional;
import muster.trace.Figure;

/**
 * What one session spends.
 *
 * @param sessions how many sessions the set tells of together, a pure number; nothing where it tells of one
 * @param read tokens of the context before each step, cached or not, of all steps
 * @param hit the part of them that a cache holds
 * @param fresh those of them that are computed anew
 * @param written tokens that the model writes
 */
public record SessionTokens(Optional<Figure> sessions, Figure read, Figure hit, Figure fresh, Figure written) {

    /** The same under the names of the record. */
    SessionTokens recorded() {
        return new SessionTokens(
                sessions,
                read.as(AgentFigures.SESSION_READ, "", "token"),
                hit.as(AgentFigures.HIT, "", "1"),
                fresh.as(AgentFigures.SESSION_NEW, "", "token"),
                written.as(AgentFigures.SESSION_WRITTEN, "", "token"));
    }

    /** The same with other tokens written. */
    SessionTokens writing(Figure other) {
        return new SessionTokens(sessions, read, hit, fresh, other);
    }

    /** Of one session what is stated of all of them. */
    Figure ofOne(Figure all) {
        return sessions.map(all::over).orElse(all);
    }
}
