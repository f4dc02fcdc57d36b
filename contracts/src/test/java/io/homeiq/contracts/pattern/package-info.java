/** Tests of the package of the same name. */
@NullMarked
package io.homeiq.contracts.pattern;

import org.jspecify.annotations.NullMarked;
