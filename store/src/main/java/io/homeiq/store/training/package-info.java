/**
 * The runs of trainings, one active at a time of each type, and the models that came of them. Owner: the training service.
 * It must not know what is trained, or what a model says.
 */
@NullMarked
package io.homeiq.store.training;

import org.jspecify.annotations.NullMarked;
