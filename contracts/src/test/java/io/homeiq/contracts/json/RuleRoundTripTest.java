package io.homeiq.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.homeiq.contracts.rule.Rule;
import org.junit.jupiter.api.Test;

class RuleRoundTripTest {

    private static final long SEED = 20260302;
    private static final int RULES = 100;

    private final WireJson json = new WireJson();
    private final ObjectMapper mapper = json.mapper();

    @Test
    void anyRuleFitsTheSchemaAndComesBackAsItWas() throws JsonProcessingException {
        // Given
        SchemaShelf shelf = new SchemaShelf();
        RandomRules rules = new RandomRules(SEED);

        for (int i = 0; i < RULES; i++) {
            Rule rule = rules.next();

            // When
            String text = json.toText(rule);

            // Then
            assertThat(json.read(text, Rule.class))
                    .as("seed %d, rule %d: %s", SEED, i, text)
                    .isEqualTo(rule);
            assertThat(shelf.faults("rule", mapper.readTree(text)))
                    .as("seed %d, rule %d: %s", SEED, i, text)
                    .isEmpty();
        }
    }

    @Test
    void theSameRuleAlwaysGivesTheSameText() {
        String once = json.toText(new RandomRules(SEED).next());

        assertThat(new WireJson().toText(new RandomRules(SEED).next())).isEqualTo(once);
    }
}
