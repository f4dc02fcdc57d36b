/**
 * The bus inside one process, for tests and for roles that share a process.
 * It knows no network.
 */
@NullMarked
package io.homeiq.bus.memory;

import org.jspecify.annotations.NullMarked;
