/** Charts as SVG: lines, dots, steps, bands and bars on linear or logarithmic axes. Knows nothing of what it draws. */
@NullMarked
package muster.chart;

import org.jspecify.annotations.NullMarked;
