package muster.fleet.chips;

import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.format.Format;
import muster.hardware.AchievedUtilization;
import muster.hardware.Chip;
import muster.hardware.ChipPrice;
import muster.hardware.Interconnect;
import muster.hardware.Memory;
import muster.hardware.Rent;
import muster.uncertainty.Input;

/**
 * A kind of chip in a fleet, looked up.
 *
 * @param id its id, where the fleet names it
 * @param chip what the catalog says of it
 */
public record ChipType(Text id, Chip chip) implements LotUnit {

    /** The kind of an id; where the catalog has none, that is reported at the place of the id. */
    public static Optional<ChipType> find(Text id, Catalog catalog, Problems problems) {
        return catalog.get(Chip.KIND, id, problems).map(chip -> new ChipType(id, chip));
    }

    @Override
    public String name() {
        return id.value();
    }

    @Override
    public String vendor() {
        return chip.vendor();
    }

    @Override
    public Place place() {
        return id.place();
    }

    @Override
    public Optional<Input> rate(Format format) {
        return chip.rate(format);
    }

    @Override
    public Optional<Memory> mainMemory() {
        return chip.mainMemory();
    }

    @Override
    public Optional<Input> tdp() {
        return chip.power().tdp();
    }

    @Override
    public Optional<Input> allIn() {
        return chip.power().allIn();
    }

    @Override
    public Optional<Input> price() {
        return chip.latest(ChipPrice.Purchase.class).map(ChipPrice.Purchase::perChip);
    }

    /** The power in W per chip: with host, network and cooling where that is known, else the chip alone. */
    public Optional<Input> power() {
        return chip.power().best();
    }

    /** The rent per chip, where it is known. */
    public Optional<Rent> rent() {
        return Rent.of(chip);
    }

    /** The utilisation that large training runs on it reached, where that was published. */
    public Optional<Input> trainingUtilization() {
        return chip.training().map(AchievedUtilization::utilization);
    }

    /** How many chips the scale-up domain joins, where that is known. */
    public Optional<Input> scaleUpDomain() {
        return chip.interconnect().scaleUp().map(Interconnect.ScaleUp::domain);
    }
}
