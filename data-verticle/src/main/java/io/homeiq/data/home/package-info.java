/**
 * What the home consists of: areas, devices, entities, automations, as listed and as loaded.
 * It must not know the history.
 */
@NullMarked
package io.homeiq.data.home;

import org.jspecify.annotations.NullMarked;
