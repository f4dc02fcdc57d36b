package io.homeiq.mining.attribution;

/** Whether a state can be what a command asked for. */
public final class CommandedState {

    private CommandedState() {}

    /** True if the state is the opposite of what the service asks for, so that somebody else must have set it. */
    public static boolean contradicts(String service, String state) {
        return switch (service) {
            case "turn_on" -> state.equals("off");
            case "turn_off" -> state.equals("on");
            case "open_cover", "open_valve" -> state.equals("closed") || state.equals("closing");
            case "close_cover", "close_valve" -> state.equals("open") || state.equals("opening");
            case "lock" -> state.equals("unlocked") || state.equals("unlocking");
            case "unlock" -> state.equals("locked") || state.equals("locking");
            default -> false;
        };
    }
}
