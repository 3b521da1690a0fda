/** Views of techniques beside a base. */
@NullMarked
package muster.view.comparison;

import org.jspecify.annotations.NullMarked;
