package dev.normc.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Standard output that knows whether its reader went away, which is no fault ({@code normc dump ... | head}). */
final class ResultStream extends FilterOutputStream {
    private boolean readerGone;

    ResultStream(OutputStream target) {
        super(target);
    }

    boolean isReaderGone() {
        return readerGone;
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        try {
            out.write(bytes, offset, count);
        } catch (IOException e) {
            readerGone |=
                    String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
            throw e;
        }
    }
}
