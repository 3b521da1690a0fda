package muster.report;

import muster.view.figure.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import muster.published.Cell;
import muster.published.PublishedTable;
import muster.published.Replay;
import muster.uncertainty.Evidence;
import muster.unit.Numbers;
import muster.unit.Quantity;
import tools.jackson.core.JsonGenerator;

/** Published figures beside ours. */
public final class ReplayReport {
    private ReplayReport() {}

    /** The figures by publication, a block for each and one for each table, and a line that counts. */
    public static String text(List<Replay> replays) {
        StringBuilder text = new StringBuilder();
        String publication = "";
        for (List<Replay> block : blocks(replays)) {
            Replay first = block.get(0);
            if (!first.publication().equals(publication)) {
                publication = first.publication();
                text.append(text.isEmpty() ? "" : "\n").append(publication).append('\n');
            }
            text.append(first.cell().map(cell -> table(cell, block)).orElseGet(() -> figure(first)));
        }
        return text.append('\n').append(count(replays)).append('\n').toString();
    }

    // Cells of one table stand together.
    private static List<List<Replay>> blocks(List<Replay> replays) {
        List<List<Replay>> blocks = new ArrayList<>();
        Optional<PublishedTable> last = Optional.empty();
        for (Replay replay : replays) {
            Optional<PublishedTable> table = replay.cell().map(Cell::table);
            if (table.isEmpty() || !table.equals(last)) {
                blocks.add(new ArrayList<>());
            }
            blocks.get(blocks.size() - 1).add(replay);
            last = table;
        }
        return blocks;
    }

    private static String figure(Replay replay) {
        StringBuilder text = new StringBuilder("  %s: %s\n".formatted(replay.id(), verdict(replay)));
        text.append("    published  %s\n".formatted(replay.figure().published().value()));
        replay.ours()
                .ifPresent(ours -> text.append("    ours       %s, %s\n".formatted(shown(ours), deviation(replay))));
        text.append("    why        %s\n".formatted(replay.figure().finding().reason()));
        return text.append(second(replay)).toString();
    }

    private static String table(Cell first, List<Replay> replays) {
        PublishedTable table = first.table();
        String id = replays.get(0).id();
        StringBuilder text = new StringBuilder("  %s: %s\n    why        %s\n"
                .formatted(
                        id.substring(0, id.length() - first.name().length() - 1),
                        table.published().value(),
                        table.reason()));
        text.append(second(replays.get(0)));
        List<List<String>> rows = replays.stream()
                .map(replay -> List.of(
                        replay.cell().map(Cell::name).orElse(""),
                        replay.figure()
                                .computed()
                                .map(found -> shown(found.value()))
                                .orElse("-"),
                        replay.ours().map(ReplayReport::shown).orElse("-"),
                        deviation(replay),
                        verdict(replay) + own(replay.figure().finding().reason(), table.reason())))
                .toList();
        Grid grid = new Grid(List.of("row", "published", "ours", "deviation", "verdict"), rows, Set.of(1, 2, 3));
        return text.append(grid.text().indent(4)).toString();
    }

    private static String own(String reason, String ofTheTable) {
        return reason.equals(ofTheTable) ? "" : ": " + reason;
    }

    /** A table in Markdown, and a line that counts. */
    public static String markdown(List<Replay> replays) {
        return grid(replays).markdown() + "\n" + count(replays) + "\n";
    }

    /** A row for each figure. */
    public static String csv(List<Replay> replays) {
        return grid(replays).csv();
    }

    /** The schema {@code reproduce/v1}. */
    public static String json(List<Replay> replays) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringProperty("schema", "reproduce/v1");
            json.writeArrayPropertyStart("figures");
            replays.forEach(replay -> figure(json, replay));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void figure(JsonGenerator json, Replay replay) {
        json.writeStartObject();
        json.writeStringProperty("id", replay.id());
        json.writeStringProperty("group", replay.group().toString());
        json.writeStringProperty("published", replay.figure().published().value());
        replay.figure().computed().ifPresent(found -> {
            Json.number(json, "value", found.value().value());
            json.writeStringProperty("unit", found.value().unit().symbol());
            Json.number(
                    json, "tolerance", found.tolerance().value().distribution().central());
        });
        replay.ours().ifPresent(ours -> {
            Json.number(json, "ours", ours.value());
            json.writeStringProperty("ours_unit", ours.unit().symbol());
        });
        json.writeStringProperty("verdict", replay.verdict());
        json.writeBooleanProperty("holds", replay.holds());
        json.writeStringProperty("reason", replay.figure().finding().reason());
        json.writeStringProperty("source", replay.source());
        json.writeStringProperty(
                "evidence",
                replay.figure()
                        .published()
                        .source()
                        .map(source -> source.evidence().toString())
                        .orElse(""));
        json.writeEndObject();
    }

    /** A row for each figure. */
    public static Grid grid(List<Replay> replays) {
        List<List<String>> rows = new ArrayList<>();
        replays.forEach(replay -> rows.add(List.of(
                replay.id(),
                replay.figure().published().value(),
                replay.ours().map(ReplayReport::shown).orElse("-"),
                replay.ours().map(ours -> deviation(replay)).orElse("-"),
                verdict(replay),
                replay.figure().finding().reason(),
                replay.source())));
        return new Grid(List.of("id", "published", "ours", "deviation", "verdict", "why", "source"), rows, Set.of());
    }

    // What was not read in its source says so.
    private static String second(Replay replay) {
        return replay.figure()
                .published()
                .source()
                .filter(source -> source.evidence() != Evidence.READ)
                .map(source -> "    source     %s\n".formatted(source.citation()))
                .orElse("");
    }

    private static String verdict(Replay replay) {
        return replay.holds() ? replay.verdict() : "FAILED (marked %s)".formatted(replay.verdict());
    }

    private static String shown(Quantity quantity) {
        String unit = quantity.unit().symbol();
        return Numbers.rounded(quantity.value(), 4) + (unit.equals("1") ? "" : " " + unit);
    }

    private static String deviation(Replay replay) {
        if (replay.deviation().isEmpty()) {
            return "another unit";
        }
        double percent = 100 * replay.deviation().getAsDouble();
        return Math.abs(percent) < 0.005 ? "the same" : String.format(Locale.ROOT, "%+.2f%%", percent);
    }

    private static String count(List<Replay> replays) {
        long computed =
                replays.stream().filter(replay -> replay.ours().isPresent()).count();
        long agree = replays.stream().filter(Replay::agrees).count();
        long broken = replays.stream().filter(replay -> !replay.holds()).count();
        return "%s: %s agree with the print, %s do not%s; %s"
                .formatted(
                        replays.size() == 1 ? "1 figure" : replays.size() + " figures",
                        agree,
                        computed - agree,
                        computed == replays.size() ? "" : ", %s are not computed".formatted(replays.size() - computed),
                        broken == 0 ? "every verdict holds" : broken + " verdicts do not hold");
    }
}
