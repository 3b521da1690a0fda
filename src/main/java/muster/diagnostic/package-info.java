/**
 * Problems in what a user wrote: each with a stable code, its place and the nearest valid name, collected and reported
 * together: {@code my.yaml:4:3: error [unknown-key] fleet.shar: ... Maybe share?}
 */
@NullMarked
package muster.diagnostic;

import org.jspecify.annotations.NullMarked;
