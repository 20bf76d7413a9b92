package vn.nhipcau.consultation;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as the path of an SVG: one rectangle for each run of dark modules. */
record QrPicture(int size, String path) {
    /** Light modules around it, which the standard asks for. */
    private static final int QUIET = 4;

    static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int from = x;
                while (code.getModule(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append('M').append(from + QUIET).append(' ').append(y + QUIET);
                    path.append('h')
                            .append(x - from)
                            .append("v1h-")
                            .append(x - from)
                            .append('z');
                }
            }
        }
        return new QrPicture(code.size + 2 * QUIET, path.toString());
    }
}
