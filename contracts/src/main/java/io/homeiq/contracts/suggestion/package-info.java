/**
 * Proposed automations: their life cycle and the judgement of their safety.
 * It must not know where they are kept or how they are deployed.
 */
@NullMarked
package io.homeiq.contracts.suggestion;

import org.jspecify.annotations.NullMarked;
