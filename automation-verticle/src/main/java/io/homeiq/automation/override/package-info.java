/**
 * What people undo of what automations of ours did, noted once and announced.
 * It must not know what is concluded from it.
 */
@NullMarked
package io.homeiq.automation.override;

import org.jspecify.annotations.NullMarked;
