package muster.workforce;

import muster.trace.Figure;

/**
 * A workforce as it works.
 *
 * @param researchers AIs that work at once: heads, in researcher
 * @param speedup how fast each works, in researcher-month/researcher/month
 */
public record WorkforceResult(Figure researchers, Figure speedup) {}
