/** What is shown of an allocation: the plan by period, prices, rules, what is short where there is no plan. */
@NullMarked
package muster.view.allocation;

import org.jspecify.annotations.NullMarked;
