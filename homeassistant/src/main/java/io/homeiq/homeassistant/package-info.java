/**
 * The Home Assistant side: WebSocket and REST client, recorder reader, and the automation format in both directions.
 * It knows no bus, no shared database and no detector.
 */
@NullMarked
package io.homeiq.homeassistant;

import org.jspecify.annotations.NullMarked;
