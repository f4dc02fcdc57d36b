/**
 * The offline analysis: files of history in, suggestions, patterns and a report out.
 * It must not know Home Assistant's interfaces, the broker or any running service.
 */
@NullMarked
package io.homeiq.app.analyze;

import org.jspecify.annotations.NullMarked;
