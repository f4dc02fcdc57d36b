/** Tests of the package of the same name. */
@NullMarked
package io.homeiq.contracts.home;

import org.jspecify.annotations.NullMarked;
