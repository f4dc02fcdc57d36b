/** Tests of the package of the same name; schemas and samples are compared here with the records. */
@NullMarked
package io.homeiq.contracts.json;

import org.jspecify.annotations.NullMarked;
