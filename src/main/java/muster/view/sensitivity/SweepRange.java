package muster.view.sensitivity;

/**
 * Where a figure of a sweep is least and greatest.
 *
 * @param figure its name
 * @param unit its unit
 * @param least the least value
 * @param leastAt the point at which it is that
 * @param greatest the greatest value
 * @param greatestAt the point at which it is that
 */
record SweepRange(String figure, String unit, double least, String leastAt, double greatest, String greatestAt) {}
