package dev.normc.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns. */
final class Table {
    private static final String GAP = "   ";

    private Table() {}

    /** A line for each row; every row has as many cells. */
    static List<String> lines(List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width = rows.stream()
                        .mapToInt(other -> other.get(at).length())
                        .max()
                        .orElse(0);
                String cell = row.get(column);
                if (width > 0) {
                    line.append(cell).append(" ".repeat(width - cell.length())).append(GAP);
                }
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
