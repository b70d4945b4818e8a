package dev.normc.samples.benchmarks;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The ratios as bars: over the best peer, or over the copy where no peer took part. */
final class Chart {
    // Okabe and Ito's colours, told apart by most eyes.
    private static final Color[] COLOURS = {
        new Color(0x56B4E9), new Color(0xE69F00), new Color(0x0072B2), new Color(0xD55E00)
    };
    private static final int WIDTH = 1300;
    private static final int HEIGHT = 560;
    private static final int DEGREES = 30;

    private final Map<Workload, Measured> results;

    Chart(Map<Workload, Measured> results) {
        this.results = new LinkedHashMap<>(results);
    }

    /** Writes a picture; the suffix is added where it is missing. */
    void write(Path file) throws IOException {
        BitmapEncoder.saveBitmap(drawn(), file.toString(), BitmapFormat.PNG);
    }

    private CategoryChart drawn() {
        boolean peers = results.keySet().stream()
                .anyMatch(workload -> overPeer(workload, Direction.FORWARD, 1).isPresent());
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("Time over " + (peers ? "the best peer's" : "a copy's") + ", Java "
                        + Runtime.version().feature() + ", cold buffers (single rows hot); below 1 is faster")
                .build();
        chart.getStyler()
                .setLegendPosition(LegendPosition.OutsideS)
                .setLegendLayout(LegendLayout.Horizontal)
                .setChartBackgroundColor(Color.WHITE)
                .setChartTitleBoxVisible(false);
        chart.getStyler()
                .setXAxisLabelRotation(DEGREES)
                .setPlotGridVerticalLinesVisible(false)
                .setPlotGridLinesColor(new Color(0xE0E0E0))
                .setYAxisMin(0.0);
        List<String> titles = results.keySet().stream().map(Workload::title).toList();
        int colour = 0;
        for (int threads = 1; threads <= 2; threads++) {
            for (Direction direction : Direction.values()) {
                List<Double> bars = new ArrayList<>();
                for (Workload workload : results.keySet()) {
                    bars.add((peers ? overPeer(workload, direction, threads) : overCopy(workload, direction, threads))
                            .map(Ratio::median)
                            .orElse(null));
                }
                if (bars.stream().anyMatch(bar -> bar != null)) {
                    String name = direction + (threads == 1 ? ", 1 thread" : ", " + threads + " threads");
                    chart.addSeries(name, titles, bars).setFillColor(COLOURS[colour]);
                }
                colour++;
            }
        }
        CategorySeries one = chart.addSeries("1", titles, Collections.nCopies(titles.size(), 1.0));
        one.setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Line)
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(Color.BLACK)
                .setLineStyle(new BasicStroke(1))
                .setShowInLegend(false);
        return chart;
    }

    private Optional<Ratio> overPeer(Workload workload, Direction direction, int threads) {
        Measured measured = results.get(workload);
        Cell cell = cell(workload, direction, threads);
        return measured.bestPeer(cell).flatMap(peer -> measured.ratio(cell, peer));
    }

    private Optional<Ratio> overCopy(Workload workload, Direction direction, int threads) {
        return results.get(workload).ratio(cell(workload, direction, threads), Measured.COPY);
    }

    private static Cell cell(Workload workload, Direction direction, int threads) {
        return new Cell(direction, threads, workload.onlyHot() ? Memory.HOT : Memory.COLD);
    }
}
