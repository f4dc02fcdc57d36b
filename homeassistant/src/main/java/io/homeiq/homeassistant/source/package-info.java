/**
 * History from files: recorder databases, the history page's CSV and lines of events, each read into the home's events.
 * It must not know what is done with them, nor anything of networks and clocks.
 */
@NullMarked
package io.homeiq.homeassistant.source;

import org.jspecify.annotations.NullMarked;
