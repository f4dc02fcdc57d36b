package io.homeiq.automation.deployment;

import io.homeiq.contracts.rule.Automation;
import io.homeiq.homeassistant.automation.AutomationYaml;
import java.util.ArrayList;
import java.util.List;

/**
 * What changed from one version to the next, line by line of the text that Home Assistant takes: {@code "- "} went, {@code "+ "} came. It is the least
 * that explains the difference (longest common subsequence, Hunt and McIlroy 1976).
 */
final class VersionDiff {

    /** Longer texts are told as wholly changed beyond this many lines. */
    private static final int MAX_LINES = 500;

    private VersionDiff() {}

    /** Only the lines that differ, in order; empty for equal ones. */
    static List<String> between(Automation before, Automation after) {
        return between(lines(before), lines(after));
    }

    private static List<String> lines(Automation automation) {
        List<String> lines = AutomationYaml.write(List.of(automation)).lines().toList();
        return lines.subList(0, Math.min(lines.size(), MAX_LINES));
    }

    static List<String> between(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> diff = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                i++;
                j++;
            } else if (i < before.size() && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
                diff.add("- " + before.get(i++));
            } else {
                diff.add("+ " + after.get(j++));
            }
        }
        return diff;
    }
}
