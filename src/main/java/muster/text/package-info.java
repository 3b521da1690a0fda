/** Letters that a user's text may hold and a terminal, a page or a spreadsheet would obey. */
@NullMarked
package muster.text;

import org.jspecify.annotations.NullMarked;
