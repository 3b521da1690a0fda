package muster.sensitivity;

import muster.uncertainty.Input;

/**
 * How an input moves a figure.
 *
 * @param input the input
 * @param low the figure with the input at its 5th percentile and all others at their central values
 * @param high the figure with the input at its 95th percentile
 * @param first the first-order index: the part of the variance that would go if the input were known
 * @param total the total index: the part that would stay if all others were known
 * @param share the share of Shapley; shares of all inputs add up to one
 * @param error the largest standard error of the three
 * @param rank the rank correlation of input and figure
 */
public record Driver(
        Input input, double low, double high, double first, double total, double share, double error, double rank) {}
