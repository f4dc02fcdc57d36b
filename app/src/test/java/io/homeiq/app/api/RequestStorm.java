package io.homeiq.app.api;

import io.homeiq.app.api.ApiClient.Sent;
import io.homeiq.app.settings.Role;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Sends made-up requests to all services, a bounded number at once, and judges every answer. */
final class RequestStorm {

    /** These take long or fill the disk: one for so many others. */
    private static final int RARE = 40;

    private static final Set<String> COSTLY = Set.of(
            "POST /api/v1/imports",
            "POST /api/v1/registry",
            "GET /api/v1/registry",
            "POST /api/v1/automations",
            "POST /api/analysis/trigger",
            "POST /api/replay",
            "POST /api/v1/automations/validate",
            "GET /metrics",
            "GET /openapi.yaml",
            "GET /asyncapi.yaml");

    /** A training takes all of a processor for long; that it is refused while one runs is walked elsewhere. */
    private static final Set<String> LEFT_OUT = Set.of("POST /api/v1/training/trigger");

    private static final int FAULTS_TOLD = 20;

    /** A long list is looked at field by field so many times for each operation; its status and format always. */
    private static final int LONG_LISTS = 100;

    private static final int LONG_LIST_CHARACTERS = 8_000;

    private final ServedHome home;
    private final ApiClient client;
    private final long seed;
    private final List<Target> targets = new ArrayList<>();
    private final SortedMap<Integer, AtomicLong> statuses = new ConcurrentSkipListMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Map<Operation, AtomicInteger> longLists = new ConcurrentHashMap<>();

    private record Target(Role role, Operation operation, AnswerCheck check, List<String> ids) {}

    RequestStorm(ServedHome home, ApiClient client, long seed) {
        this.home = home;
        this.client = client;
        this.seed = seed;
        RealIds ids = new RealIds(home, client);
        for (Role role : Role.values()) {
            AnswerCheck check = new AnswerCheck(home.document(role));
            for (Operation operation : home.document(role).operations()) {
                Target target = new Target(role, operation, check, ids.of(role, operation.path()));
                int times = COSTLY.contains(operation.name()) ? 1 : RARE;
                for (int i = 0; i < times && !LEFT_OUT.contains(operation.name()); i++) {
                    targets.add(target);
                }
            }
        }
    }

    /** Returns when all are answered. */
    void run(int requests, int atOnce, Duration patience) {
        AtomicInteger left = new AtomicInteger(requests);
        List<Future<Void>> lanes = new ArrayList<>();
        SplittableRandom source = new SplittableRandom(seed);
        for (int i = 0; i < atOnce; i++) {
            Promise<Void> end = Promise.promise();
            lanes.add(end.future());
            next(source.split(), left, end);
        }
        Future.all(lanes).timeout(patience.toSeconds(), TimeUnit.SECONDS).await();
    }

    private void next(SplittableRandom random, AtomicInteger left, Promise<Void> end) {
        if (left.getAndDecrement() <= 0) {
            end.complete();
            return;
        }
        Target target = targets.get(random.nextInt(targets.size()));
        Sent request = new RequestMaker(random).make(target.operation(), target.ids());
        client.send(home.url(target.role()), request).onComplete(answered -> {
            if (answered.succeeded()) {
                judge(target, request, answered.result());
            } else {
                note(target, request, String.valueOf(answered.cause()));
            }
            next(random, left, end);
        });
    }

    private void judge(Target target, Sent request, Answer answer) {
        statuses.computeIfAbsent(answer.status(), status -> new AtomicLong()).incrementAndGet();
        boolean isBroken = answer.status() >= 500 && answer.status() != 503 && answer.status() != 507;
        boolean isElsewhere = isElsewhere(target, request, answer);
        if (isBroken || isElsewhere && !answer.isGood() && AnswerCheck.kind(answer) == null) {
            note(target, request, "must not come: " + answer);
        } else if (!isElsewhere && isToBeRead(target, answer)) {
            target.check()
                    .faults(target.operation(), answer)
                    .forEach(fault -> note(target, request, fault + ": " + answer));
        }
    }

    /** A strange name in the path may lead to another path, or to none: then the answer is not one of this operation. */
    private static boolean isElsewhere(Target target, Sent request, Answer answer) {
        if (!target.operation().path().contains("{")) {
            return false;
        }
        String path = request.uri().split("\\?", 2)[0];
        boolean isMoved = path.contains("/.") || path.contains("//") || path.endsWith("/");
        return isMoved || answer.status() == 404 || answer.status() == 405;
    }

    private boolean isToBeRead(Target target, Answer answer) {
        return answer.text().length() < LONG_LIST_CHARACTERS
                || longLists
                                .computeIfAbsent(target.operation(), any -> new AtomicInteger())
                                .incrementAndGet()
                        < LONG_LISTS;
    }

    private void note(Target target, Sent request, String fault) {
        if (faults.size() < FAULTS_TOLD) {
            faults.add(target.role() + " " + request + "\n    " + fault);
        }
    }

    /** How many answers of each. */
    SortedMap<Integer, AtomicLong> statuses() {
        return statuses;
    }

    /** The first ones, one an entry. */
    List<String> faults() {
        return List.copyOf(faults);
    }
}
