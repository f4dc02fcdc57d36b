/**
 * What behaviour tells of causes where nothing recorded does: what machines do to the second, people do not.
 * It must not know habits, nor what is concluded from who did what.
 */
@NullMarked
package io.homeiq.mining.behaviour;

import org.jspecify.annotations.NullMarked;
