/** Views of the inference model beside measurements. */
@NullMarked
package muster.view.accuracy;

import org.jspecify.annotations.NullMarked;
