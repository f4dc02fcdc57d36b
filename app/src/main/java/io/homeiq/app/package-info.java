/**
 * The homeiq command: its main class, the command line and the wiring of roles into one process.
 * It must not hold rules of the domain: it chooses parts and starts them.
 */
@NullMarked
package io.homeiq.app;

import org.jspecify.annotations.NullMarked;
