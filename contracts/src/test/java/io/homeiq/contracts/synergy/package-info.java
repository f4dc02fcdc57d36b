/** Tests of the package. */
@NullMarked
package io.homeiq.contracts.synergy;

import org.jspecify.annotations.NullMarked;
