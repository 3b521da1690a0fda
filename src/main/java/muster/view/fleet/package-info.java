/** Views of what a fleet amounts to, and of what part of it can serve a model. */
@NullMarked
package muster.view.fleet;

import org.jspecify.annotations.NullMarked;
