/**
 * What breaks a well-established habit: a door that opens at an hour at which it never does, or stays open far longer than
 * ever. It must not know who is told, nor propose anything.
 */
@NullMarked
package io.homeiq.mining.anomaly;

import org.jspecify.annotations.NullMarked;
