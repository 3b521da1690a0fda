package muster.hardware;

import java.util.Optional;
import muster.document.Choice;
import muster.document.In;
import muster.uncertainty.Input;
import muster.unit.CalendarPeriod;

/** What a chip costs: a price of a kind, at a date, in the dollars of a year. */
@Choice(by = "kind")
public sealed interface ChipPrice permits ChipPrice.Purchase, ChipPrice.OnDemand, ChipPrice.Reserved, ChipPrice.Tco {

    /** The date of the price. */
    CalendarPeriod asOf();

    /** The year whose dollars these are. */
    CalendarPeriod currencyYear();

    /**
     * What it costs to buy one.
     *
     * @param perChip in USD per chip
     * @param asOf the date of the price
     * @param currencyYear the year whose dollars these are
     */
    record Purchase(
            @In(value = "USD/chip", plain = "USD") Input perChip, CalendarPeriod asOf, CalendarPeriod currencyYear)
            implements ChipPrice {}

    /**
     * What it costs to rent one by the hour, without a contract.
     *
     * @param perHour in USD per hour and chip
     * @param asOf the date of the price
     * @param currencyYear the year whose dollars these are
     */
    record OnDemand(
            @In(value = "USD/h/chip", plain = "USD/h") Input perHour, CalendarPeriod asOf, CalendarPeriod currencyYear)
            implements ChipPrice {}

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
            CalendarPeriod asOf,
            CalendarPeriod currencyYear)
            implements ChipPrice {}

    /**
     * What owning one costs: capital, electricity and operation spread over its life.
     *
     * @param perHour in USD per hour and chip
     * @param asOf the date of the price
     * @param currencyYear the year whose dollars these are
     */
    record Tco(
            @In(value = "USD/h/chip", plain = "USD/h") Input perHour, CalendarPeriod asOf, CalendarPeriod currencyYear)
            implements ChipPrice {}
}
