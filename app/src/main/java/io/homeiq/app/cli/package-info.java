/**
 * The commands that people type: options in, lines or JSON and an exit code out.
 * It must not do the work itself; offline analysis, running services and their HTTP interfaces do.
 */
@NullMarked
package io.homeiq.app.cli;

import org.jspecify.annotations.NullMarked;
