package dev.normc.samples.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/** A claim about training holds for at least nine of the seeds 1 to 10. */
final class Seeds {

    private Seeds() {}

    static void nineOfTen(LongPredicate claim) {
        List<Long> failed =
                LongStream.rangeClosed(1, 10).filter(claim.negate()).boxed().toList();
        assertThat(failed).as("seeds that show something else").hasSizeLessThanOrEqualTo(1);
    }
}
