package vn.nhipcau.legaltext.files;

import java.util.Locale;

/** How a list counts. */
enum Numeral {
    DECIMAL {
        @Override
        String of(int n) {
            return Integer.toString(n);
        }
    },
    DECIMAL_ZERO {
        @Override
        String of(int n) {
            return String.format(Locale.ROOT, "%02d", n);
        }
    },
    UPPER_ROMAN {
        @Override
        String of(int n) {
            if (n < 1 || n > 3999) {
                return Integer.toString(n);
            }
            int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
            String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
            var out = new StringBuilder();
            int rest = n;
            for (int i = 0; i < values.length; i++) {
                for (; rest >= values[i]; rest -= values[i]) {
                    out.append(signs[i]);
                }
            }
            return out.toString();
        }
    },
    LOWER_ROMAN {
        @Override
        String of(int n) {
            return UPPER_ROMAN.of(n).toLowerCase(Locale.ROOT);
        }
    },
    UPPER_LETTER {
        @Override
        String of(int n) {
            return n < 1 ? "" : Character.toString('A' + (n - 1) % 26).repeat((Math.min(n, 260) - 1) / 26 + 1);
        }
    },
    LOWER_LETTER {
        @Override
        String of(int n) {
            return UPPER_LETTER.of(n).toLowerCase(Locale.ROOT);
        }
    },
    NONE {
        @Override
        String of(int n) {
            return "";
        }
    };

    abstract String of(int n);
}
