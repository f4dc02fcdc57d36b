/**
 * What all commands share: the console, calls to the running services, exit codes and how things look in a terminal.
 * It must not know any single command.
 */
@NullMarked
package io.homeiq.app.terminal;

import org.jspecify.annotations.NullMarked;
