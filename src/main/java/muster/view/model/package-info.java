/** Views of models. */
@NullMarked
package muster.view.model;

import org.jspecify.annotations.NullMarked;
