package io.homeiq.app.cli;

import io.homeiq.app.settings.Role;
import io.homeiq.app.terminal.CommandException;
import io.homeiq.app.terminal.ExitCode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the list of roles from the command line. */
final class Roles {

    private Roles() {}

    /** All of them for an empty text. */
    static Set<Role> parse(String text) {
        if (text.isBlank()) {
            return EnumSet.allOf(Role.class);
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : text.split(",", -1)) {
            roles.add(Role.named(name)
                    .orElseThrow(() -> new CommandException(
                            ExitCode.USAGE,
                            "--roles: there is no role \"" + name + "\"; there are "
                                    + Arrays.stream(Role.values())
                                            .map(Role::wireName)
                                            .collect(Collectors.joining(", ")))));
        }
        return roles;
    }
}
