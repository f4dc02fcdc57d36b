package io.homeiq.query.reply;

import io.homeiq.contracts.home.HomeRegistry;
import io.homeiq.query.language.HomeNames;

/** The home as it is known now, with all names of its things. */
public record KnownHome(HomeRegistry registry, HomeNames names) {}
