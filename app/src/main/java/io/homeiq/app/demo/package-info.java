/**
 * The demonstration: a sample home taken through the whole job in front of the user.
 * It must not do anything that a user could not do with the other commands.
 */
@NullMarked
package io.homeiq.app.demo;

import org.jspecify.annotations.NullMarked;
