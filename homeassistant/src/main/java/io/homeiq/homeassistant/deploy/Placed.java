package io.homeiq.homeassistant.deploy;

import io.homeiq.contracts.rule.Verbatim;
import org.jspecify.annotations.Nullable;

/**
 * An automation as it is found.
 *
 * @param location its entity id in Home Assistant, null while it is not loaded there; or the path of the file relative to the data folder
 * @param tree as it stands there, in Home Assistant's format
 * @param contentHash equal for equal content; names, labels and order of keys do not count in Home Assistant, in a file every character does
 */
public record Placed(@Nullable String location, Verbatim tree, String contentHash) {}
