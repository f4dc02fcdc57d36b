package io.homeiq.automation.wording;

import io.homeiq.store.suggestion.WordingRepository;

/**
 * Where other words are kept.
 *
 * @param known those of the repository that are at hand
 */
record WordingLedger(WordingRepository repository, Wordings known, Budget budget) {}
