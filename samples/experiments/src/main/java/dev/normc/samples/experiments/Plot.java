package dev.normc.samples.experiments;

import java.awt.Color;
import java.util.Arrays;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** One look for all pictures. */
final class Plot {
    // Okabe and Ito's colours, told apart by most eyes; yellow is left out.
    private static final Color[] COLOURS = {
        new Color(0x000000),
        new Color(0x0072B2),
        new Color(0xD55E00),
        new Color(0x009E73),
        new Color(0xCC79A7),
        new Color(0xE69F00),
        new Color(0x56B4E9)
    };

    private static final float WIDTH = 2;

    private final XYChart chart;
    private int next;

    Plot(String title, String x, String y) {
        chart = new XYChartBuilder()
                .width(900)
                .height(560)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        chart.getStyler()
                .setLegendPosition(LegendPosition.OutsideE)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(true)
                .setChartTitleBoxVisible(false);
        chart.getStyler().setPlotGridLinesColor(new Color(0xE0E0E0)).setMarkerSize(6);
    }

    Plot logX() {
        chart.getStyler().setXAxisLogarithmic(true);
        return this;
    }

    Plot logY() {
        chart.getStyler().setYAxisLogarithmic(true);
        return this;
    }

    Plot rangeX(double least, double greatest) {
        chart.getStyler().setXAxisMin(least).setXAxisMax(greatest);
        return this;
    }

    Plot rangeY(double least, double greatest) {
        chart.getStyler().setYAxisMin(least).setYAxisMax(greatest);
        return this;
    }

    /** A line with marks; points that are not finite are left out. */
    Plot line(String name, double[] x, double[] y) {
        style(series(name, x, y), WIDTH, true);
        return this;
    }

    /** A line with marks, as wide as said: a thinner one on it leaves both in sight. */
    Plot line(String name, double[] x, double[] y, float width) {
        style(series(name, x, y), width, true);
        return this;
    }

    /** Leaves out the next colour. */
    Plot skip() {
        next++;
        return this;
    }

    /** Writes powers of two along an x axis that holds their exponents. */
    Plot powersOfTwo() {
        chart.getStyler()
                .setXAxisTickMarkSpacingHint(100)
                .setxAxisTickLabelsFormattingFunction(
                        exponent -> exponent == Math.rint(exponent) ? Long.toString(1L << exponent.intValue()) : "");
        return this;
    }

    /** A line without marks. */
    Plot curve(String name, double[] x, double[] y) {
        return curve(name, x, y, WIDTH);
    }

    /** A line without marks, so wide in pixels that a thinner one on it leaves both in sight. */
    Plot curve(String name, double[] x, double[] y, float width) {
        style(series(name, x, y), width, false);
        return this;
    }

    /** A vertical limit without a legend. */
    Plot limit(String name, double x, double from, double to) {
        guide(name, new double[] {x, x}, new double[] {from, to});
        chart.getSeriesMap().get(name).setShowInLegend(false);
        return this;
    }

    /** A thin dashed grey line, for a law or a limit. */
    Plot guide(String name, double[] x, double[] y) {
        XYSeries series = series(name, x, y);
        next--;
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(Color.GRAY).setLineWidth(1.5f).setLineStyle(SeriesLines.DASH_DASH);
        return this;
    }

    Plot points(String name, double[] x, double[] y) {
        XYSeries series = series(name, x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        Color colour = COLOURS[(next - 1) % COLOURS.length];
        series.setMarker(SeriesMarkers.CIRCLE)
                .setMarkerColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 110));
        return this;
    }

    XYChart chart() {
        return chart;
    }

    private XYSeries series(String name, double[] x, double[] y) {
        double[] keptX = new double[x.length];
        double[] keptY = new double[x.length];
        int kept = 0;
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(y[i])) {
                keptX[kept] = x[i];
                keptY[kept++] = y[i];
            }
        }
        next++;
        return chart.addSeries(name, Arrays.copyOf(keptX, kept), Arrays.copyOf(keptY, kept));
    }

    // The width comes first: a line style takes the width there is.
    private void style(XYSeries series, float width, boolean marks) {
        Color colour = COLOURS[(next - 1) % COLOURS.length];
        series.setLineColor(colour).setLineWidth(width).setLineStyle(SeriesLines.SOLID);
        series.setMarkerColor(colour).setMarker(marks ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
    }
}
