package muster.document.yaml;

import java.util.List;
import muster.diagnostic.Place;

/**
 * A list.
 *
 * @param nodes its items
 * @param place where it begins
 */
public record Items(List<Node> nodes, Place place) implements Node {

    public Items {
        nodes = List.copyOf(nodes);
    }

    @Override
    public String kind() {
        return "a list";
    }
}
