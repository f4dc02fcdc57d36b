/**
 * How it stands with everything that runs, asked at once and told in a few lines.
 * It must not know how the services do their work, only what they answer.
 */
@NullMarked
package io.homeiq.app.status;

import org.jspecify.annotations.NullMarked;
