package grulab.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Passes on what a Java virtual machine says, at once, but for the one line about the module that it was given on purpose. */
final class WithoutNotice {
    private static final byte[] NOTICE =
            ("WARNING: Using incubator modules: " + Restart.VECTORS).getBytes(StandardCharsets.US_ASCII);
    private static final int ELSEWHERE = -1;

    private final OutputStream out;
    /** How much of the notice stands at the beginning of this line and is held back, or that it is another line. */
    private int held;

    WithoutNotice(OutputStream out) {
        this.out = out;
    }

    /** Returns at the end of the stream. */
    void pass(InputStream in) throws IOException {
        byte[] chunk = new byte[8192];
        boolean seen = false;
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            int from = 0;
            while (!seen && from < n) {
                seen = take(chunk[from++]);
            }
            out.write(chunk, from, n - from);
            out.flush();
        }
        giveBack();
    }

    /** True once the whole notice has been dropped. */
    private boolean take(byte b) throws IOException {
        if (held == NOTICE.length && (b == '\n' || b == '\r')) {
            held = b == '\n' ? ELSEWHERE : held;
            return b == '\n';
        }
        if (held >= 0 && held < NOTICE.length && b == NOTICE[held]) {
            held++;
            return false;
        }
        giveBack();
        out.write(b);
        held = b == '\n' ? 0 : ELSEWHERE;
        return false;
    }

    private void giveBack() throws IOException {
        if (held > 0) {
            out.write(NOTICE, 0, held);
        }
        held = ELSEWHERE;
    }
}
