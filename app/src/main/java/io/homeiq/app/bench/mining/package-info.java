/**
 * Speed of mining alone: from a file of events to proven habits, live, and by the day. It measures in processes of
 * their own, and knows nothing of services.
 */
@NullMarked
package io.homeiq.app.bench.mining;

import org.jspecify.annotations.NullMarked;
