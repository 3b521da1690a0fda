/** The factors between modelled and measured step times: per family of chips, per engine, with their errors. */
@NullMarked
package muster.inference.calibration;

import org.jspecify.annotations.NullMarked;
