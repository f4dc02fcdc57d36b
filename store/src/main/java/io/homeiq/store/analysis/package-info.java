/**
 * The runs of the analysis: one at a time for each home, with progress and result. Owner: the pattern service.
 * It must not know how a run is done.
 */
@NullMarked
package io.homeiq.store.analysis;

import org.jspecify.annotations.NullMarked;
