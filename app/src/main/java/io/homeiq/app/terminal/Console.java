package io.homeiq.app.terminal;

import java.io.PrintWriter;
import java.util.Locale;

/** Where a command writes: results to one side, everything else to the other. */
public final class Console {

    private static final int BAR_WIDTH = 30;
    private static final String BACK_AND_CLEAR = "\r\u001b[K";

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean live;

    /** A console. If it is live, progress is drawn over itself; else it is told in a line every tenth. */
    public Console(PrintWriter out, PrintWriter err, boolean live) {
        this.out = out;
        this.err = err;
        this.live = live;
    }

    public void line(String text) {
        out.println(text);
        out.flush();
    }

    public void remark(String text) {
        err.println((live ? BACK_AND_CLEAR : "") + text);
        err.flush();
    }

    /** Shows how far something is. */
    public final class Progress {

        private int lastTenth = -1;
        private int lastPercent = -1;
        private String lastStage = "";

        /** Tells the share that is done, 0 to 1; cheap when nothing changed. */
        public void at(String stage, double share) {
            int percent = (int) Math.round(Math.clamp(share, 0, 1) * 100);
            if (live && (percent != lastPercent || !stage.equals(lastStage))) {
                err.print(BACK_AND_CLEAR + bar(percent) + " " + stage);
                err.flush();
            } else if (!live && percent / 10 != lastTenth) {
                err.println(String.format(Locale.ROOT, "%3d %% %s", percent, stage));
                err.flush();
            }
            lastTenth = percent / 10;
            lastPercent = percent;
            lastStage = stage;
        }

        /** Clears the bar away. */
        public void done() {
            if (live) {
                err.print(BACK_AND_CLEAR);
                err.flush();
            }
        }
    }

    public Progress progress() {
        return new Progress();
    }

    private static String bar(int percent) {
        int filled = BAR_WIDTH * percent / 100;
        return "[" + "#".repeat(filled) + ".".repeat(BAR_WIDTH - filled) + "] "
                + String.format(Locale.ROOT, "%3d %%", percent);
    }
}
