/**
 * The training service: synthetic homes, training of models and their promotion.
 * It is wiring alone and must not know any other service.
 */
@NullMarked
package io.homeiq.training;

import org.jspecify.annotations.NullMarked;
