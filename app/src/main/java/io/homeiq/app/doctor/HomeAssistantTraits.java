package io.homeiq.app.doctor;

import io.homeiq.homeassistant.client.HomeAssistantSocket;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Home Assistant that lets us in is like: its version, and what the owner of the token may do. */
final class HomeAssistantTraits implements Check {

    /** From this version on it reads automations in the form in which they are written now. */
    private static final int FIRST_YEAR = 2024;

    private static final int FIRST_MONTH = 10;
    private static final int MONTHS = 12;
    private static final Pattern VERSION = Pattern.compile("(\\d{4})\\.(\\d{1,2})\\b.*");

    private final HomeAssistantSocket socket;

    HomeAssistantTraits(HomeAssistantSocket socket) {
        this.socket = socket;
    }

    @Override
    public List<Finding> findings() {
        return List.of(version(socket.version()), administrator());
    }

    static Finding version(String version) {
        Matcher parts = VERSION.matcher(version);
        if (!parts.matches()) {
            return Finding.remark("version", "Home Assistant " + version + ", which cannot be compared");
        }
        int months = Integer.parseInt(parts.group(1)) * MONTHS + Integer.parseInt(parts.group(2));
        String least = FIRST_YEAR + "." + FIRST_MONTH;
        return months >= FIRST_YEAR * MONTHS + FIRST_MONTH
                ? Finding.good("version", "Home Assistant " + version)
                : Finding.mend(
                        "version",
                        "Home Assistant " + version + " does not know automations as they are written now",
                        "bring it to " + least + " or later; until then nothing can be deployed");
    }

    private Finding administrator() {
        boolean admin = socket.command(new JsonObject().put("type", "auth/current_user"))
                .await()
                .path("is_admin")
                .asBoolean();
        return admin
                ? Finding.good("administrator", "the token is an administrator's")
                : Finding.mend(
                        "administrator",
                        "the token is an ordinary user's: only states are seen, and nothing can be deployed",
                        "make the token in the profile of an administrator and set HA_TOKEN to it");
    }
}
