/** What agents spend on a piece of work: tokens read, computed and written, caches, waits for tools, failed attempts, prices. */
@NullMarked
package muster.workforce.agent;

import org.jspecify.annotations.NullMarked;
