package io.homeiq.contracts.json;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The wire form of the files: other people's tools find every field in every row, null where there is nothing to say. */
@JsonInclude(JsonInclude.Include.ALWAYS)
interface EveryField {}
