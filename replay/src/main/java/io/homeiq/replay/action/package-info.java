/**
 * The actions of an automation, each as a step of a run.
 * It must not know what started the run.
 */
@NullMarked
package io.homeiq.replay.action;

import org.jspecify.annotations.NullMarked;
