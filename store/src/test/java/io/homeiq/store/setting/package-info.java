/** Tests of the package. */
@NullMarked
package io.homeiq.store.setting;

import org.jspecify.annotations.NullMarked;
