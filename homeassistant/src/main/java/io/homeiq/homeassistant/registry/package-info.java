/**
 * What Home Assistant knows of the home's parts and people, from its files and its interface's answers.
 * It must not know how the answers were asked for, nor what the registry is used for.
 */
@NullMarked
package io.homeiq.homeassistant.registry;

import org.jspecify.annotations.NullMarked;
