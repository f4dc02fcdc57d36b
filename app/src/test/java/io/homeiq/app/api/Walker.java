package io.homeiq.app.api;

import io.homeiq.app.api.ApiClient.Sent;
import io.homeiq.app.settings.Role;
import io.homeiq.service.Problem;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Calls operations and remembers which went well, which sorts of problems came, and what was not as documented. */
final class Walker {

    private final ServedHome home;
    private final ApiClient client;
    private final Map<Role, AnswerCheck> checks = new EnumMap<>(Role.class);
    private final Map<Role, Map<String, Operation>> operations = new EnumMap<>(Role.class);
    private final Set<String> wentWell = new TreeSet<>();
    private final Set<Problem.Kind> kinds = EnumSet.noneOf(Problem.Kind.class);
    private final List<String> faults = new ArrayList<>();

    Walker(ServedHome home, ApiClient client) {
        this.home = home;
        this.client = client;
        for (Role role : Role.values()) {
            OpenApiDocument document = home.document(role);
            checks.put(role, new AnswerCheck(document));
            Map<String, Operation> byName = new TreeMap<>();
            document.operations().forEach(operation -> byName.put(operation.name(), operation));
            operations.put(role, byName);
        }
    }

    ServedHome home() {
        return home;
    }

    List<Operation> operations(Role role) {
        return List.copyOf(operations.getOrDefault(role, Map.of()).values());
    }

    /** Those that were answered well, such as {@code data GET /api/areas}. */
    Set<String> wentWell() {
        return wentWell;
    }

    Set<Problem.Kind> kinds() {
        return kinds;
    }

    /** One line each. */
    List<String> faults() {
        return faults;
    }

    /** Sends a request to an operation such as {@code GET /api/areas}; one of these statuses must come, as documented. */
    Answer call(Role role, String name, Sent request, Integer... wanted) {
        return judge(role, name, request, client.ask(home.url(role), request), wanted);
    }

    /** As {@link #call} with JSON, for what must go well. */
    JsonObject post(Role role, String name, String uri, String json) {
        return call(role, name, Sent.json(name.split(" ", 2)[0], uri, json), 200, 201, 202, 204)
                .object();
    }

    /** Notes what is wrong with an answer that somebody got. */
    Answer judge(Role role, String name, Sent request, Answer answer, Integer... wanted) {
        Operation operation = operations.getOrDefault(role, Map.of()).get(name);
        if (operation == null) {
            faults.add(role + " " + name + " is not documented");
            return answer;
        }
        List<String> wrong = new ArrayList<>(
                Objects.requireNonNull(checks.get(role), role.wireName()).faults(operation, answer));
        if (!List.of(wanted).contains(answer.status())) {
            wrong.add("should answer " + List.of(wanted));
        }
        wrong.forEach(fault -> faults.add(role + " " + request + "\n    " + fault + ": " + answer));
        if (answer.isGood()) {
            wentWell.add(operation.toString());
        }
        Problem.Kind kind = AnswerCheck.kind(answer);
        if (kind != null) {
            kinds.add(kind);
        }
        return answer;
    }
}
