/**
 * Which switching may be proposed, asked about or never.
 * It must not know where automations are deployed.
 */
@NullMarked
package io.homeiq.mining.safety;

import org.jspecify.annotations.NullMarked;
