/** Results as tables, JSON, CSV and Markdown. Never depends on the locale, the time or the terminal. */
@NullMarked
package muster.report;

import org.jspecify.annotations.NullMarked;
