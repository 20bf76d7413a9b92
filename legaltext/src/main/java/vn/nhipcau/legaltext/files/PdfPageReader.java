package vn.nhipcau.legaltext.files;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Collects characters and rules, page by page, and hands each page on. PDFBox decodes fonts, drops doubled characters
 * and joins accents.
 */
final class PdfPageReader extends PDFTextStripper {
    /** A filled box this thin is a drawn line. */
    private static final float THIN = 3;

    /** A page with more is a drawing or a map. */
    private static final int MOST_RULES = 20_000;

    private final Consumer<PdfPage> pages;
    private final List<PdfPage.Rule> rules = new ArrayList<>();
    private final List<PdfPage.Rule> path = new ArrayList<>();

    /** Of boxes: lines when the box is drawn, nothing when it is filled. */
    private final List<PdfPage.Rule> edges = new ArrayList<>();

    private int rotation;
    private PDRectangle box = PDRectangle.A4;
    private Point2D.Float subpath = new Point2D.Float();
    private Point2D.Float pen = new Point2D.Float();

    PdfPageReader(Consumer<PdfPage> pages) {
        this.pages = pages;
        on("m", this::move);
        on("l", this::line);
        on("re", this::rectangle);
        on("h", numbers -> lineTo(subpath));
        for (String curve : List.of("c", "v", "y")) {
            on(curve, numbers -> pen = point(numbers, numbers.length - 2));
        }
        for (String draw : List.of("S", "B", "B*")) {
            on(draw, numbers -> paint(true));
        }
        for (String closeAndDraw : List.of("s", "b", "b*")) {
            on(closeAndDraw, numbers -> {
                lineTo(subpath);
                paint(true);
            });
        }
        for (String fill : List.of("f", "F", "f*")) {
            on(fill, numbers -> paint(false));
        }
        on("n", numbers -> clearPath());
    }

    @Override
    protected void startPage(PDPage page) {
        rules.clear();
        path.clear();
        edges.clear();
        rotation = Math.floorMod(page.getRotation(), 360);
        box = page.getCropBox();
    }

    @Override
    protected void writePage() {
        var glyphs = new ArrayList<PdfLine.Glyph>();
        for (List<TextPosition> article : charactersByArticle) {
            for (TextPosition text : article) {
                // What stands on its side is a stamp or a watermark.
                if (Math.round(text.getDir()) == rotation) {
                    float left = text.getXDirAdj();
                    glyphs.add(new PdfLine.Glyph(
                            text.getUnicode(),
                            left,
                            left + text.getWidthDirAdj(),
                            text.getYDirAdj(),
                            text.getFontSizeInPt()));
                }
            }
        }
        boolean turned = rotation % 180 == 90;
        pages.accept(new PdfPage(turned ? box.getWidth() : box.getHeight(), glyphs, List.copyOf(rules)));
    }

    private interface Drawing {
        void with(float[] numbers);
    }

    private void on(String name, Drawing drawing) {
        addOperator(new OperatorProcessor(this) {
            @Override
            public void process(Operator operator, List<COSBase> operands) {
                float[] numbers = new float[operands.size()];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = operands.get(i) instanceof COSNumber number ? number.floatValue() : 0;
                }
                if (numbers.length >= operandsOf(name)) {
                    drawing.with(numbers);
                }
            }

            @Override
            public String getName() {
                return name;
            }
        });
    }

    private static int operandsOf(String name) {
        return switch (name) {
            case "m", "l", "c", "v", "y" -> 2;
            case "re" -> 4;
            default -> 0;
        };
    }

    private void move(float[] numbers) {
        pen = point(numbers, 0);
        subpath = pen;
    }

    private void line(float[] numbers) {
        lineTo(point(numbers, 0));
    }

    private void rectangle(float[] numbers) {
        Point2D.Float corner = point(numbers, 0);
        Point2D.Float opposite = point(new float[] {numbers[0] + numbers[2], numbers[1] + numbers[3]}, 0);
        pen = corner;
        subpath = corner;
        float left = Math.min(corner.x, opposite.x);
        float right = Math.max(corner.x, opposite.x);
        float top = Math.min(corner.y, opposite.y);
        float bottom = Math.max(corner.y, opposite.y);
        if (bottom - top <= THIN) {
            path.add(new PdfPage.Rule(true, (top + bottom) / 2, left, right));
        } else if (right - left <= THIN) {
            path.add(new PdfPage.Rule(false, (left + right) / 2, top, bottom));
        } else {
            edges.add(new PdfPage.Rule(true, top, left, right));
            edges.add(new PdfPage.Rule(true, bottom, left, right));
            edges.add(new PdfPage.Rule(false, left, top, bottom));
            edges.add(new PdfPage.Rule(false, right, top, bottom));
        }
    }

    private void lineTo(Point2D.Float end) {
        if (Math.abs(end.y - pen.y) <= 1) {
            path.add(new PdfPage.Rule(true, end.y, Math.min(pen.x, end.x), Math.max(pen.x, end.x)));
        } else if (Math.abs(end.x - pen.x) <= 1) {
            path.add(new PdfPage.Rule(false, end.x, Math.min(pen.y, end.y), Math.max(pen.y, end.y)));
        }
        pen = end;
    }

    private void paint(boolean drawn) {
        if (rules.size() < MOST_RULES) {
            rules.addAll(path);
            if (drawn) {
                rules.addAll(edges);
            }
        }
        clearPath();
    }

    private void clearPath() {
        path.clear();
        edges.clear();
    }

    /** A point of the content stream, where it is seen on the page. */
    private Point2D.Float point(float[] numbers, int at) {
        Point2D.Float p = transformedPoint(numbers[at], numbers[at + 1]);
        float x = p.x - box.getLowerLeftX();
        float y = p.y - box.getLowerLeftY();
        return switch (rotation) {
            case 90 -> new Point2D.Float(y, x);
            case 180 -> new Point2D.Float(box.getWidth() - x, y);
            case 270 -> new Point2D.Float(box.getHeight() - y, box.getWidth() - x);
            default -> new Point2D.Float(x, box.getHeight() - y);
        };
    }
}
