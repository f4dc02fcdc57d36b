package io.homeiq.contracts.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.homeiq.contracts.home.AutomationTriggered;
import io.homeiq.contracts.home.CoreStarted;
import io.homeiq.contracts.home.CoreStopped;
import io.homeiq.contracts.home.ScriptStarted;
import io.homeiq.contracts.home.ServiceCall;
import io.homeiq.contracts.home.StateChange;
import io.homeiq.contracts.pattern.Finding;
import io.homeiq.contracts.rule.AllOf;
import io.homeiq.contracts.rule.AnyOf;
import io.homeiq.contracts.rule.CallService;
import io.homeiq.contracts.rule.Delay;
import io.homeiq.contracts.rule.NoneOf;
import io.homeiq.contracts.rule.NumericStateCondition;
import io.homeiq.contracts.rule.NumericStateTrigger;
import io.homeiq.contracts.rule.OpaqueAction;
import io.homeiq.contracts.rule.OpaqueCondition;
import io.homeiq.contracts.rule.OpaqueTrigger;
import io.homeiq.contracts.rule.StateCondition;
import io.homeiq.contracts.rule.StateTrigger;
import io.homeiq.contracts.rule.SunCondition;
import io.homeiq.contracts.rule.SunTrigger;
import io.homeiq.contracts.rule.TimeCondition;
import io.homeiq.contracts.rule.TimeTrigger;
import io.homeiq.contracts.suggestion.SuggestionState;

/** How the wire tells the records of each sealed type apart: the field, and the word for each record. The word is always written; on the way in it may be left out where only one record is possible. */
final class SealedTypes {

    private SealedTypes() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", requireTypeIdForSubtypes = OptBoolean.FALSE)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = StateTrigger.class, name = "state"),
        @JsonSubTypes.Type(value = NumericStateTrigger.class, name = "numeric_state"),
        @JsonSubTypes.Type(value = TimeTrigger.class, name = "time"),
        @JsonSubTypes.Type(value = SunTrigger.class, name = "sun"),
        @JsonSubTypes.Type(value = OpaqueTrigger.class, name = "opaque")
    })
    interface OfTrigger {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", requireTypeIdForSubtypes = OptBoolean.FALSE)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = StateCondition.class, name = "state"),
        @JsonSubTypes.Type(value = NumericStateCondition.class, name = "numeric_state"),
        @JsonSubTypes.Type(value = TimeCondition.class, name = "time"),
        @JsonSubTypes.Type(value = SunCondition.class, name = "sun"),
        @JsonSubTypes.Type(value = AllOf.class, name = "all_of"),
        @JsonSubTypes.Type(value = AnyOf.class, name = "any_of"),
        @JsonSubTypes.Type(value = NoneOf.class, name = "none_of"),
        @JsonSubTypes.Type(value = OpaqueCondition.class, name = "opaque")
    })
    interface OfCondition {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", requireTypeIdForSubtypes = OptBoolean.FALSE)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = CallService.class, name = "call_service"),
        @JsonSubTypes.Type(value = Delay.class, name = "delay"),
        @JsonSubTypes.Type(value = OpaqueAction.class, name = "opaque")
    })
    interface OfAction {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status", requireTypeIdForSubtypes = OptBoolean.FALSE)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Finding.Proven.class, name = "proven"),
        @JsonSubTypes.Type(value = Finding.NotProposed.class, name = "not_proposed")
    })
    interface OfFinding {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state", requireTypeIdForSubtypes = OptBoolean.FALSE)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = SuggestionState.Proposed.class, name = "proposed"),
        @JsonSubTypes.Type(value = SuggestionState.Approved.class, name = "approved"),
        @JsonSubTypes.Type(value = SuggestionState.Trial.class, name = "trial"),
        @JsonSubTypes.Type(value = SuggestionState.Retired.class, name = "retired"),
        @JsonSubTypes.Type(value = SuggestionState.Deployed.class, name = "deployed"),
        @JsonSubTypes.Type(value = SuggestionState.Failed.class, name = "failed"),
        @JsonSubTypes.Type(value = SuggestionState.Rejected.class, name = "rejected"),
        @JsonSubTypes.Type(value = SuggestionState.Expired.class, name = "expired"),
        @JsonSubTypes.Type(value = SuggestionState.RolledBack.class, name = "rolled_back")
    })
    interface OfSuggestionState {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", requireTypeIdForSubtypes = OptBoolean.FALSE)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = StateChange.class, name = "state_change"),
        @JsonSubTypes.Type(value = ServiceCall.class, name = "service_call"),
        @JsonSubTypes.Type(value = AutomationTriggered.class, name = "automation_triggered"),
        @JsonSubTypes.Type(value = ScriptStarted.class, name = "script_started"),
        @JsonSubTypes.Type(value = CoreStarted.class, name = "core_started"),
        @JsonSubTypes.Type(value = CoreStopped.class, name = "core_stopped")
    })
    interface OfHomeEvent {}
}
