/**
 * The port to whatever evaluates Home Assistant's templates.
 * It must not know a template library, nor when and why templates are evaluated.
 */
@NullMarked
package io.homeiq.replay.template;

import org.jspecify.annotations.NullMarked;
