package muster.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Rented chips are their users' and their owners', and are not added up as both. */
final class SharedChipsTest {
    private static List<String> notes(String... scenarios) {
        return SharedChips.notes(
                List.of(scenarios).stream().map(id -> Worked.plan(id)).toList());
    }

    @Test
    void aUserAndTheOwnersThatItRentsFromCountTheSameChips() {
        assertThat(notes("openai-2025", "microsoft-chips-2025", "oracle-chips-2025", "amazon-chips-2025"))
                .containsExactly(
                        "openai-2025 and microsoft-chips-2025 count some of the same chips, so their figures do not add: openai runs chips of microsoft",
                        "openai-2025 and oracle-chips-2025 count some of the same chips, so their figures do not add: openai runs chips of oracle");
        assertThat(notes("google-chips-2025", "anthropic-2025", "google-deepmind-2025"))
                .hasSize(2)
                .allMatch(note -> note.endsWith("runs chips of google"));
        assertThat(notes("meta-chips-2025", "meta-ai-2025"))
                .singleElement()
                .asString()
                .endsWith("those of meta");
    }

    @Test
    void allOwnersTogetherCountEachOne() {
        assertThat(notes("world-2025", "oracle-chips-2025"))
                .singleElement()
                .asString()
                .endsWith("epoch-2026-09 counts chips of all owners");
    }

    @Test
    void usersAndOwnersAmongThemselvesAndTwoPlansOfTheSameChipsShareNone() {
        assertThat(notes("openai-2025", "anthropic-2025", "xai-2025", "meta-ai-2025", "google-deepmind-2025"))
                .isEmpty();
        assertThat(notes("microsoft-chips-2025", "amazon-chips-2025", "google-chips-2025", "coreweave-chips-2025"))
                .isEmpty();
        assertThat(notes("openai-2025", "openai-2025-measured")).isEmpty();
        assertThat(notes("essay-2023", "openai-2025")).isEmpty();
    }

    @Test
    void aUserIsNoOwner() {
        assertThat(Worked.of("openai-2025").basis().get("scope"))
                .isEqualTo("50% of the chips that one user runs, owned or rented");
        assertThat(Worked.of("microsoft-chips-2025").basis().get("scope")).isEqualTo("50% of one owner's fleet");
    }
}
