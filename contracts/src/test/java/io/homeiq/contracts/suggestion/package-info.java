/** Tests of the package of the same name. */
@NullMarked
package io.homeiq.contracts.suggestion;

import org.jspecify.annotations.NullMarked;
