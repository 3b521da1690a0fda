/** What commands share: options, and the texts behind them. */
@NullMarked
package muster.cli.option;

import org.jspecify.annotations.NullMarked;
