/**
 * Events on their way to the bus: kept in the database with the change that they tell of, published in order by a relay.
 * It knows no broker: how a message is published is given to it.
 */
@NullMarked
package io.homeiq.store.outbox;

import org.jspecify.annotations.NullMarked;
