package io.homeiq.app.evaluate;

import io.homeiq.contracts.home.HomeEvent;
import io.homeiq.simulation.TrueCause;

/** An event of a log with what is really behind it. */
record Told(HomeEvent event, TrueCause cause) {}
