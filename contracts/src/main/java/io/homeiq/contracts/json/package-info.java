/**
 * The one JSON text of everything in the contracts: records, events, commands; and where their schemas lie.
 * It must not know who reads or writes them, nor any transport.
 */
@NullMarked
package io.homeiq.contracts.json;

import org.jspecify.annotations.NullMarked;
