package io.homeiq.contracts.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.homeiq.contracts.suggestion.SuggestionState.Approved;
import io.homeiq.contracts.suggestion.SuggestionState.Deployed;
import io.homeiq.contracts.suggestion.SuggestionState.Expired;
import io.homeiq.contracts.suggestion.SuggestionState.Failed;
import io.homeiq.contracts.suggestion.SuggestionState.Proposed;
import io.homeiq.contracts.suggestion.SuggestionState.Rejected;
import io.homeiq.contracts.suggestion.SuggestionState.Retired;
import io.homeiq.contracts.suggestion.SuggestionState.RolledBack;
import io.homeiq.contracts.suggestion.SuggestionState.Trial;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionStateTest {

    private static final Instant T0 = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant T1 = T0.plusSeconds(60);

    @Test
    void aProposalIsApprovedRejectedOrExpires() {
        Proposed proposed = new Proposed(T0);

        assertThat(proposed.approve(T1)).isEqualTo(new Approved(T1));
        assertThat(proposed.reject(T1, "no")).isEqualTo(new Rejected(T1, "no"));
        assertThat(proposed.reject(T1, null)).isEqualTo(new Rejected(T1, null));
        assertThat(proposed.expire(T1)).isEqualTo(new Expired(T1));
    }

    @Test
    void aTrialIsPromotedRejectedOrDropped() {
        Trial trial = new Proposed(T0).tryOut(T0);

        assertThat(trial.promote(T1)).isEqualTo(new Approved(T1));
        assertThat(trial.reject(T1, "no")).isEqualTo(new Rejected(T1, "no"));
        assertThat(trial.drop(T1)).isEqualTo(new Proposed(T1));
    }

    @Test
    void whatIsDeployedSwitchedOffIsArmedLater() {
        Deployed off = new Approved(T0, false).deployed(T0, "homeiq_1", 1);

        assertThat(off.armed()).isFalse();
        assertThat(off.arm(T1, 2)).isEqualTo(new Deployed(T1, "homeiq_1", 2));
    }

    @Test
    void anApprovedRetirementEndsWithoutADeployment() {
        assertThat(new Approved(T0).retired(T1, "homeiq_1")).isEqualTo(new Retired(T1, "homeiq_1"));
    }

    @Test
    void anApprovalLeadsToADeploymentAFailureOrARejection() {
        Approved approved = new Approved(T0);

        assertThat(approved.deployed(T1, "homeiq_1", 2)).isEqualTo(new Deployed(T1, "homeiq_1", 2));
        assertThat(approved.failed(T1, "no such entity")).isEqualTo(new Failed(T1, "no such entity"));
        assertThat(approved.reject(T1, null)).isEqualTo(new Rejected(T1, null));
    }

    @Test
    void whatFailedOrWasRolledBackCanBeApprovedAgain() {
        assertThat(new Failed(T0, "no such entity").approve(T1)).isEqualTo(new Approved(T1));
        assertThat(new Failed(T0, "no such entity").reject(T1, "leave it")).isEqualTo(new Rejected(T1, "leave it"));
        assertThat(new Deployed(T0, "homeiq_1", 1).rollBack(T1)).isEqualTo(new RolledBack(T1, "homeiq_1"));
        assertThat(new RolledBack(T0, "homeiq_1").approve(T1)).isEqualTo(new Approved(T1));
    }

    @Test
    void offersNoOtherSteps() {
        assertThat(steps(Proposed.class)).containsExactlyInAnyOrder("approve", "reject", "expire", "tryOut");
        assertThat(steps(Trial.class)).containsExactlyInAnyOrder("promote", "reject", "drop");
        assertThat(steps(Retired.class)).isEmpty();
        assertThat(steps(Approved.class)).containsExactlyInAnyOrder("deployed", "failed", "reject", "retired");
        assertThat(steps(Deployed.class)).containsExactlyInAnyOrder("rollBack", "arm");
        assertThat(steps(Failed.class)).containsExactlyInAnyOrder("approve", "reject");
        assertThat(steps(RolledBack.class)).containsExactlyInAnyOrder("approve");
        assertThat(steps(Rejected.class)).isEmpty();
        assertThat(steps(Expired.class)).isEmpty();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new Deployed(T0, "homeiq_1", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Deployed(T0, " ", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Failed(T0, "")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> steps(Class<? extends SuggestionState> state) {
        return Arrays.stream(state.getDeclaredMethods())
                .filter(method -> SuggestionState.class.isAssignableFrom(method.getReturnType()))
                .map(java.lang.reflect.Method::getName)
                .toList();
    }
}
