/** What agents spend on a piece of work: read, computed and written tokens, caches, waits for tools, failed attempts, prices. */
@NullMarked
package muster.workforce.agent;

import org.jspecify.annotations.NullMarked;
