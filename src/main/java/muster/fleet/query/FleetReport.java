package muster.fleet.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muster.catalog.Catalog;
import muster.catalog.Edition;
import muster.catalog.Entry;
import muster.diagnostic.Problems;
import muster.fleet.chips.ChipType;
import muster.fleet.chips.H100eBasis;
import muster.fleet.stock.CountBasis;
import muster.fleet.stock.Fleet;
import muster.uncertainty.sampling.Percentiles;

/**
 * What a fleet amounts to.
 *
 * @param title what the fleet is, in one line
 * @param catalog the edition of the catalog
 * @param query what was asked
 * @param sections the answer, a section for each basis, since counts of different bases are never added
 * @param remarks what was left out or assumed, and why figures differ
 */
public record FleetReport(
        Optional<String> title, Edition catalog, FleetQuery query, List<BasisSection> sections, List<String> remarks) {

    public FleetReport {
        sections = List.copyOf(sections);
        remarks = List.copyOf(remarks);
    }

    /**
     * What is counted on one basis.
     *
     * @param basis the basis
     * @param rows a row for each chip, owner, vendor or date
     * @param total all of it; nothing where the rows are dates
     */
    public record BasisSection(CountBasis basis, List<Row> rows, Optional<Row> total) {
        public BasisSection {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row.
     *
     * @param date the date
     * @param counted the date of the earliest count in it, where that is before the date
     * @param key the chip, owner, vendor or date
     * @param values what it amounts to
     * @param stated the source's own totals of the same chips, where it gives them
     */
    public record Row(
            LocalDate date,
            Optional<LocalDate> counted,
            String key,
            List<FleetValue> values,
            Map<Measure, Percentiles> stated) {
        public Row {
            values = List.copyOf(values);
            stated = Collections.unmodifiableMap(new LinkedHashMap<>(stated));
        }
    }

    /** The answer to a query, or nothing with problems reported. */
    public static Optional<FleetReport> of(FleetQuery query, Catalog shelf, Problems problems) {
        String name = "fleet";
        Optional<Fleet> fleet = shelf.bind(Fleet.KIND, query.fleet(), name, problems);
        Optional<ChipType> h100 = H100eBasis.h100(query.fleet().place(), shelf, problems);
        if (fleet.isEmpty() || h100.isEmpty()) {
            return Optional.empty();
        }
        FleetAnswer answering = new FleetAnswer(fleet.get(), query, h100.get(), shelf, problems);
        Map<CountBasis, BasisSection> sections = answering.sections();
        Optional<String> title =
                shelf.entry(Fleet.KIND, query.fleet(), problems).flatMap(Entry::title);
        Set<String> remarks = new LinkedHashSet<>(answering.remarks());
        shelf.edition().changes().forEach(change -> remarks.add("changed: " + change));
        return problems.none()
                ? Optional.of(new FleetReport(
                        title, shelf.edition(), query, new ArrayList<>(sections.values()), new ArrayList<>(remarks)))
                : Optional.empty();
    }
}
