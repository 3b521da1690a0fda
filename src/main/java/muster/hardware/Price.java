package muster.hardware;

import java.util.Optional;
import muster.document.Choice;
import muster.document.In;
import muster.uncertainty.Input;
import muster.unit.Period;

/** What a chip costs: a price of a kind, at a date, in the dollars of a year. */
@Choice(by = "kind")
public sealed interface Price permits Price.Purchase, Price.OnDemand, Price.Reserved, Price.Tco {

    /** The date of the price. */
    Period asOf();

    /** The year whose dollars these are. */
    Period currencyYear();

    /**
     * What it costs to buy one.
     *
     * @param perChip in USD per chip
     * @param asOf the date of the price
     * @param currencyYear the year whose dollars these are
     */
    record Purchase(@In(value = "USD/chip", plain = "USD") Input perChip, Period asOf, Period currencyYear)
            implements Price {}

    /**
     * What it costs to rent one by the hour, without a contract.
     *
     * @param perHour in USD per hour and chip
     * @param asOf the date of the price
     * @param currencyYear the year whose dollars these are
     */
    record OnDemand(
            @In(value = "USD/h/chip", plain = "USD/h") Input perHour, Period asOf, Period currencyYear)
            implements Price {}

    /**
     * What it costs to rent one under a contract.
     *
     * @param perHour in USD per hour and chip
     * @param term the length of the contract
     * @param asOf the date of the price
     * @param currencyYear the year whose dollars these are
     */
    record Reserved(
            @In(value = "USD/h/chip", plain = "USD/h") Input perHour,
            Optional<String> term,
            Period asOf,
            Period currencyYear)
            implements Price {}

    /**
     * What owning one costs: capital, electricity and operation spread over its life.
     *
     * @param perHour in USD per hour and chip
     * @param asOf the date of the price
     * @param currencyYear the year whose dollars these are
     */
    record Tco(@In(value = "USD/h/chip", plain = "USD/h") Input perHour, Period asOf, Period currencyYear)
            implements Price {}
}
