/** Tests of the package of the same name. */
@NullMarked
package io.homeiq.contracts.rule;

import org.jspecify.annotations.NullMarked;
