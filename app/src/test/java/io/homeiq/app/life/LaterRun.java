package io.homeiq.app.life;

import io.homeiq.app.runtime.HomeIq;
import io.homeiq.app.settings.Role;
import io.homeiq.app.settings.SettingsReader;
import io.homeiq.app.settings.SettingsReader.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.CountDownLatch;

/** All services as {@code homeiq run} has them, so many days later. */
final class LaterRun {

    /** The environment variable that says how many days. */
    static final String DAYS = "LIFE_DAYS_LATER";

    private LaterRun() {}

    public static void main(String[] arguments) throws InterruptedException {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(Long.parseLong(System.getenv(DAYS))));
        switch (SettingsReader.read(System.getenv())) {
            case Outcome.Invalid invalid ->
                throw new IllegalStateException(invalid.faults().toString());
            case Outcome.Valid valid -> {
                HomeIq.start(valid.settings(), EnumSet.allOf(Role.class), later);
                new CountDownLatch(1).await();
            }
        }
    }
}
