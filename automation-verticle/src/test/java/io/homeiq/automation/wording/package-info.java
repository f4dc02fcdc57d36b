/** Tests of other words for suggestions. */
package io.homeiq.automation.wording;
