/** Views of published figures beside computed ones. */
@NullMarked
package muster.view.published;

import org.jspecify.annotations.NullMarked;
