/**
 * The shared SQLite database: migrations, repositories, outbox, inbox and the correlation cache.
 * It knows no MQTT, no HTTP and no Home Assistant.
 */
@NullMarked
package io.homeiq.store;

import org.jspecify.annotations.NullMarked;
