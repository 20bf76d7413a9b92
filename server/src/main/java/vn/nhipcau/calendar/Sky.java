package vn.nhipcau.calendar;

/**
 * Where sun and moon stand, as far as the lunar calendar asks: moments of new moons and the sun's apparent longitude.
 *
 * <p>Moments are Julian days in universal time. New moons follow Jean Meeus, <i>Astronomical Algorithms</i> (2nd ed. 1998),
 * chapter 49 (within 20 seconds around the present); the sun follows the series of Bretagnon and Simon, <i>Planetary
 * Programs and Tables from −4000 to +2800</i> (1986; 2″, so within a minute); the clock's drift against the earth's turning
 * follows the polynomials of Espenak and Meeus (2006).
 */
final class Sky {
    /** Noon of 1 January 2000. */
    private static final double J2000 = 2451545.0;

    private static final double LUNATIONS_A_CENTURY = 1236.85;

    /** Days for the sine of multiples of: power of the eccentricity, sun's anomaly, moon's anomaly, moon's argument. */
    private static final double[][] NEW_MOON = {
        {-0.40720, 0, 0, 1, 0},
        {0.17241, 1, 1, 0, 0},
        {0.01608, 0, 0, 2, 0},
        {0.01039, 0, 0, 0, 2},
        {0.00739, 1, -1, 1, 0},
        {-0.00514, 1, 1, 1, 0},
        {0.00208, 2, 2, 0, 0},
        {-0.00111, 0, 0, 1, -2},
        {-0.00057, 0, 0, 1, 2},
        {0.00056, 1, 1, 2, 0},
        {-0.00042, 0, 0, 3, 0},
        {0.00042, 1, 1, 0, 2},
        {0.00038, 1, 1, 0, -2},
        {-0.00024, 1, -1, 2, 0},
        {-0.00007, 0, 2, 1, 0},
        {0.00004, 0, 0, 2, -2},
        {0.00004, 0, 3, 0, 0},
        {0.00003, 0, 1, 1, -2},
        {0.00003, 0, 0, 2, 2},
        {-0.00003, 0, 1, 1, 2},
        {0.00003, 0, -1, 1, 2},
        {-0.00002, 0, -1, 1, -2},
        {-0.00002, 0, 1, 3, 0},
        {0.00002, 0, 0, 4, 0},
    };

    /** The planets' pull: days, degrees at lunation 0, degrees a lunation. */
    private static final double[][] PLANETS = {
        {0.000325, 299.77, 0.107408},
        {0.000165, 251.88, 0.016321},
        {0.000164, 251.83, 26.651886},
        {0.000126, 349.42, 36.412478},
        {0.000110, 84.66, 18.206239},
        {0.000062, 141.74, 53.303771},
        {0.000060, 207.14, 2.453732},
        {0.000056, 154.84, 7.306860},
        {0.000047, 34.52, 27.261239},
        {0.000042, 207.19, 0.121824},
        {0.000040, 291.34, 1.844379},
        {0.000037, 161.72, 24.198154},
        {0.000035, 239.56, 25.513099},
        {0.000023, 331.55, 3.592518},
    };

    /** The sun: amplitude in units of 10⁻⁷ radian, degrees at J2000, degrees a century. */
    private static final double[][] SUN = {
        {403406, 270.54861, 0.9287892},
        {195207, 340.19128, 35999.1376958},
        {119433, 63.91854, 35999.4089666},
        {112392, 331.26220, 35998.7287385},
        {3891, 317.843, 71998.20261},
        {2819, 86.631, 71998.4403},
        {1721, 240.052, 36000.35726},
        {660, 310.26, 71997.4812},
        {350, 247.23, 32964.4678},
        {334, 260.87, -19.4410},
        {314, 297.82, 445267.1117},
        {268, 343.14, 45036.8840},
        {242, 166.79, 3.1008},
        {234, 81.53, 22518.4434},
        {158, 3.50, -19.9739},
        {132, 132.75, 65928.9345},
        {129, 182.95, 9038.0293},
        {114, 162.03, 3034.7684},
        {99, 29.8, 33718.148},
        {93, 266.4, 3034.448},
        {86, 249.2, -2280.773},
        {78, 157.6, 29929.992},
        {72, 257.8, 31556.493},
        {68, 185.1, 149.588},
        {64, 69.9, 9037.750},
        {46, 8.0, 107997.405},
        {38, 197.1, -4444.176},
        {37, 250.4, 151.771},
        {32, 65.3, 67555.316},
        {29, 162.7, 31556.080},
        {28, 341.5, -4561.540},
        {27, 291.6, 107996.706},
        {27, 98.5, 1221.655},
        {25, 146.7, 62894.167},
        {24, 110.0, 31437.369},
        {21, 5.2, 14578.298},
        {21, 342.6, -31931.757},
        {20, 230.9, 34777.243},
        {18, 256.1, 1221.999},
        {17, 45.3, 62894.511},
        {14, 242.9, -4442.039},
        {13, 115.2, 107997.909},
        {13, 151.8, 119.066},
        {13, 285.3, 16859.071},
        {12, 53.3, -4.578},
        {10, 126.6, 26895.292},
        {10, 205.7, -39.127},
        {10, 85.9, 12297.536},
        {10, 146.1, 90073.778},
    };

    private Sky() {}

    /** The lunation whose new moon is near the start of the year; 0 is that of 6 January 2000. */
    static int lunationNear(double year) {
        return (int) Math.floor((year - 2000) * LUNATIONS_A_CENTURY / 100);
    }

    static double newMoon(int lunation) {
        double t = lunation / LUNATIONS_A_CENTURY;
        double t2 = t * t;
        double t3 = t2 * t;
        double t4 = t3 * t;
        double eccentricity = 1 - 0.002516 * t - 0.0000074 * t2;
        double sun = 2.5534 + 29.10535670 * lunation - 0.0000014 * t2 - 0.00000011 * t3;
        double moon = 201.5643 + 385.81693528 * lunation + 0.0107582 * t2 + 0.00001238 * t3 - 0.000000058 * t4;
        double argument = 160.7108 + 390.67050284 * lunation - 0.0016118 * t2 - 0.00000227 * t3 + 0.000000011 * t4;
        double node = 124.7746 - 1.56375588 * lunation + 0.0020672 * t2 + 0.00000215 * t3;

        double day = 2451550.09766
                + 29.530588861 * lunation
                + 0.00015437 * t2
                - 0.000000150 * t3
                + 0.00000000073 * t4
                - 0.00017 * sin(node);
        for (double[] term : NEW_MOON) {
            day += term[0] * Math.pow(eccentricity, term[1]) * sin(term[2] * sun + term[3] * moon + term[4] * argument);
        }
        for (double[] planet : PLANETS) {
            double curve = planet == PLANETS[0] ? -0.009173 * t2 : 0;
            day += planet[0] * sin(planet[1] + planet[2] * lunation + curve);
        }
        return day - clockDrift(day) / 86400;
    }

    /** Apparent longitude of the sun in degrees, 0 to 360. */
    static double sunLongitude(double universalDay) {
        double t = (universalDay + clockDrift(universalDay) / 86400 - J2000) / 36525;
        double longitude = 282.7771834 + 36000.76953744 * t;
        for (double[] term : SUN) {
            longitude += Math.toDegrees(term[0] * 1e-7) * sin(term[1] + term[2] * t);
        }
        double nutation = -0.004778 * sin(124.90 - 1934.134 * t + 0.002063 * t * t)
                - 0.0003667 * sin(201.11 + 72001.5377 * t + 0.00057 * t * t);
        double aberration = 0.0000974 * sin(267.63 + 35999.01848 * t) - 0.005575;
        return mod360(longitude + nutation + aberration);
    }

    /** Seconds by which even time runs ahead of the turning earth (ΔT). */
    private static double clockDrift(double day) {
        double year = 2000 + (day - J2000) / 365.25;
        if (year < 1920) {
            return polynomial(year - 1900, -2.79, 1.494119, -0.0598939, 0.0061966, -0.000197);
        }
        if (year < 1941) {
            return polynomial(year - 1920, 21.20, 0.84493, -0.076100, 0.0020936);
        }
        if (year < 1961) {
            return polynomial(year - 1950, 29.07, 0.407, -1 / 233.0, 1 / 2547.0);
        }
        if (year < 1986) {
            return polynomial(year - 1975, 45.45, 1.067, -1 / 260.0, -1 / 718.0);
        }
        if (year < 2005) {
            return polynomial(year - 2000, 63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599);
        }
        if (year < 2050) {
            return polynomial(year - 2000, 62.92, 0.32217, 0.005589);
        }
        double farFuture = polynomial((year - 1820) / 100, -20, 0, 32);
        return year < 2150 ? farFuture - 0.5628 * (2150 - year) : farFuture;
    }

    private static double polynomial(double x, double... coefficients) {
        double value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * x + coefficients[i];
        }
        return value;
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(mod360(degrees)));
    }

    private static double mod360(double degrees) {
        return degrees - 360 * Math.floor(degrees / 360);
    }
}
