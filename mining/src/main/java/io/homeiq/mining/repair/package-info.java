/**
 * What people's undoing tells of an automation of ours: whether it still is what they want, and if not, what they want instead.
 * It judges what happened, and must not know how an automation is put in place or a suggestion is stored.
 */
@NullMarked
package io.homeiq.mining.repair;

import org.jspecify.annotations.NullMarked;
