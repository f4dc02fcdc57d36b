package io.homeiq.store;

import static io.homeiq.store.Futures.get;

import io.homeiq.store.cursor.CursorRepository;
import java.nio.file.Path;

/** Opens the database and, in many transactions that read before they write, raises a number in it. */
public final class CountUp {

    static final String CONSUMER = "count";

    private CountUp() {}

    public static void main(String[] arguments) {
        CursorRepository cursors = new CursorRepository();
        int times = Integer.parseInt(arguments[1]);
        try (OpenDatabase open = new OpenDatabase(Path.of(arguments[0]))) {
            for (int i = 0; i < times; i++) {
                get(open.database()
                        .write(connection -> cursors.get(connection, CONSUMER)
                                .compose(seq -> cursors.set(connection, CONSUMER, seq + 1))));
            }
        }
    }
}
