package io.homeiq.query.language;

import io.homeiq.contracts.home.Area;
import io.homeiq.contracts.home.Device;
import io.homeiq.contracts.home.Entity;
import io.homeiq.contracts.home.EntityId;
import io.homeiq.contracts.home.HomeRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Everything in the home that can be spoken of, with all its names: from the registry, and those that the owner gave. */
public final class HomeNames {

    private final List<Thing> things;
    private final Map<EntityId, Thing> byId = new HashMap<>();
    private final Set<List<String>> areas = new HashSet<>();
    private final Set<List<String>> longNames = new HashSet<>();

    /** What is disabled cannot be spoken of; what is hidden or only diagnostic, only by its id. */
    public HomeNames(HomeRegistry registry, List<Nickname> nicknames) {
        Map<EntityId, List<String>> own = new HashMap<>();
        nicknames.forEach(nickname ->
                own.computeIfAbsent(nickname.entity(), id -> new ArrayList<>()).add(nickname.name()));
        List<Thing> visible = new ArrayList<>();
        for (Entity entity : registry.entities()) {
            if (!entity.disabled() && !byId.containsKey(entity.id())) {
                Thing thing = thing(entity, registry, own.getOrDefault(entity.id(), List.of()));
                byId.put(entity.id(), thing);
                if (!entity.hidden() && entity.category() == null) {
                    visible.add(thing);
                }
            }
        }
        visible.sort(Comparator.comparing(Thing::id));
        things = List.copyOf(visible);
        registry.areas().forEach(area -> areaNames(area).forEach(areas::add));
        things.forEach(
                thing -> thing.names().stream().filter(name -> name.size() > 1).forEach(longNames::add));
        areas.stream().filter(name -> name.size() > 1).forEach(longNames::add);
    }

    private static Thing thing(Entity entity, HomeRegistry registry, List<String> nicknames) {
        Set<Kind> kinds = Set.copyOf(Kind.of(entity));
        Optional<String> device = registry.deviceOf(entity.id()).map(Device::name);
        String name = Optional.ofNullable(entity.name())
                .or(() -> device)
                .filter(text -> !text.isBlank())
                .orElseGet(() -> fromId(entity.id()));
        Set<List<String>> names = new HashSet<>();
        Stream.of(Stream.of(name, fromId(entity.id())), entity.aliases().stream(), nicknames.stream())
                .flatMap(some -> some)
                .map(text -> Sentence.of(text).words())
                .filter(words -> !words.isEmpty())
                .forEach(names::add);
        Set<String> words = new HashSet<>();
        names.forEach(text -> words.addAll(WordForms.singular(text)));
        device.ifPresent(
                text -> words.addAll(WordForms.singular(Sentence.of(text).words())));
        words.addAll(WordForms.singular(List.of(entity.id().domain().split("_", -1))));
        kinds.forEach(kind -> words.addAll(kind.words()));
        Optional<Area> area = registry.areaOf(entity.id());
        area.ifPresent(in -> areaNames(in).forEach(text -> words.addAll(WordForms.singular(text))));
        String deviceClass = entity.deviceClass() == null ? "" : entity.deviceClass();
        String unit = entity.unit() == null ? "" : entity.unit();
        return new Thing(entity.id(), name, area.map(Area::name).orElse(""), deviceClass, unit, kinds, names, words);
    }

    private static Set<List<String>> areaNames(Area area) {
        Set<List<String>> names = new HashSet<>();
        Stream.concat(Stream.of(area.name(), area.id()), area.aliases().stream())
                .map(text -> Sentence.of(text).words())
                .filter(words -> !words.isEmpty())
                .forEach(names::add);
        return names;
    }

    private static String fromId(EntityId id) {
        String words = id.objectId().replace('_', ' ').strip();
        return words.isEmpty() ? id.value() : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** In the order of their ids, so that the same home always answers the same. */
    List<Thing> things() {
        return things;
    }

    /** Also what is hidden. */
    Optional<Thing> thing(EntityId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** What people call it; its id if nothing is known of it. */
    public String nameOf(EntityId id) {
        return thing(id).map(Thing::name).orElse(id.value());
    }

    boolean isArea(List<String> words) {
        return areas.contains(words);
    }

    /** How many words from this place on are a name of more than one word; 0 if none is. */
    int longNameAt(List<String> words, int at) {
        int longest = 0;
        for (List<String> name : longNames) {
            int end = at + name.size();
            if (name.size() > longest
                    && end <= words.size()
                    && words.subList(at, end).equals(name)) {
                longest = name.size();
            }
        }
        return longest;
    }

    /** Whether any thing has this word in one of its names. */
    boolean knows(String singular) {
        return things.stream().anyMatch(thing -> thing.words().contains(singular));
    }
}
