/**
 * What a home is and what happens in it: entities, their changes, the contexts that explain them, the registry.
 * It must not know how any of it is read, stored or sent.
 */
@NullMarked
package io.homeiq.contracts.home;

import org.jspecify.annotations.NullMarked;
