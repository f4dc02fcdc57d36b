package io.homeiq.automation.wording;

import io.homeiq.automation.suggestion.SuggestionBook;
import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.contracts.home.User;
import io.homeiq.mining.suggestion.EntityNames;
import io.homeiq.store.registry.RegistryRepository;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** What everything in the home is called now, so that a model is not believed when it names something else. */
record NamesOfHome(SuggestionBook book, RegistryRepository registry) {

    Future<WordingCheck> check() {
        return book.read(connection -> registry.load(connection, book.home()))
                .map(home -> new WordingCheck(names(home)));
    }

    private static List<String> names(HomeRegistry home) {
        EntityNames called = new EntityNames(home);
        List<String> names = new ArrayList<>();
        home.entities().forEach(entity -> names.add(called.of(entity.id())));
        home.areas().stream().map(Area::name).forEach(names::add);
        home.users().stream().map(User::name).forEach(names::add);
        return names;
    }
}
