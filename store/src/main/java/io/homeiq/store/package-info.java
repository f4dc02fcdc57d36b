/**
 * The database shared by all services: opening, migrations, transactions; below it the repositories by owner, outbox, inbox and the history of the home.
 * It knows no MQTT, no HTTP and no Home Assistant.
 */
@NullMarked
package io.homeiq.store;

import org.jspecify.annotations.NullMarked;
