/**
 * What is answered to a sentence that is understood: drafts, states, habits, questions.
 * It must not know HTTP routes or how queries are kept.
 */
@NullMarked
package io.homeiq.query.reply;

import org.jspecify.annotations.NullMarked;
