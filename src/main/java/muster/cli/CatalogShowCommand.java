package muster.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import muster.catalog.Address;
import muster.catalog.Catalog;
import muster.catalog.Entry;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Items;
import muster.document.yaml.Mapping;
import muster.document.yaml.Node;
import muster.document.yaml.Text;
import muster.document.yaml.YamlWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code muster catalog show}: entries with every layer laid in. */
@Command(
        name = "show",
        description = "Entries as YAML, with every layer and what they extend laid in.",
        mixinStandardHelpOptions = true)
final class CatalogShowCommand implements Runnable {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CatalogCommand catalog;

    @Parameters(paramLabel = "ID", arity = "1..*", description = "Ids of entries, or KIND/ID.")
    private List<String> ids = List.of();

    @Override
    public void run() {
        Problems problems = new Problems();
        Catalog shelf = catalog.catalog();
        List<Address> addresses = ids.stream()
                .flatMap(id -> Address.of(shelf, id, problems).stream())
                .toList();
        addresses.stream()
                .filter(address -> !address.path().isEmpty())
                .forEach(address -> problems.error(
                        "unknown-id",
                        address.id().place(),
                        "show prints whole entries. Maybe muster catalog explain %s.%s?"
                                .formatted(address.id().value(), address.path())));
        problems.orThrow();
        String text = addresses.stream()
                .map(address -> yaml(shelf, address, problems))
                .collect(Collectors.joining("---\n"));
        problems.orThrow();
        catalog.out().print(text);
    }

    private static String yaml(Catalog shelf, Address address, Problems problems) {
        List<Entry> stack = shelf.stack(address.kind(), address.id(), problems);
        return shelf.entry(address.kind(), address.id(), problems)
                .map(entry -> comment(stack) + YamlWriter.write(head(entry), body(entry), text -> remark(text, stack)))
                .orElse("");
    }

    private static String comment(List<Entry> stack) {
        return stack.stream()
                .map(entry -> "# from %s\n".formatted(file(entry.id().place())))
                .distinct()
                .collect(Collectors.joining());
    }

    // What comes from the lowest file goes without saying.
    private static String remark(Text text, List<Entry> stack) {
        String lowest = stack.get(0).id().place().file();
        return text.place().file().equals(lowest) ? "" : file(text.place());
    }

    private static String file(Place place) {
        return place.file() + ":" + place.line();
    }

    private static Mapping body(Entry entry) {
        List<Text> aliases = entry.aliases();
        Map<String, Mapping.Member> members = new LinkedHashMap<>();
        if (!aliases.isEmpty()) {
            Place place = aliases.get(0).place();
            List<Node> names = aliases.stream()
                    .<Node>map(name -> new Text(name.value(), name.place()))
                    .toList();
            members.put("aliases", new Mapping.Member(place, new Items(names, place)));
        }
        members.putAll(entry.body().members());
        return entry.body().with(members);
    }

    private static Map<String, String> head(Entry entry) {
        Map<String, String> head = new LinkedHashMap<>();
        head.put("schema", entry.schema());
        head.put("id", entry.id().value());
        entry.title().ifPresent(title -> head.put("title", title));
        return head;
    }
}
