package ring3.components.programs;

import java.util.List;

/// A moment in the calendar, in Coordinated Universal Time. The days are counted in eras of 400
/// years, which all have the same length (H. Hinnant, "chrono-compatible low-level date
/// algorithms").
///
/// @param month 1 to 12
/// @param day 1 to 31
/// @param weekday 0 for Sunday
record CivilDate(long year, int month, int day, int weekday, int hour, int minute, int second) {
    private static final int DAY_SECONDS = 86_400;
    private static final int ERA_DAYS = 146_097;
    private static final int EPOCH_TO_MARCH_OF_YEAR_0 = 719_468;

    private static final List<String> MONTHS =
            List.of(
                    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                    "Dec");
    private static final List<String> WEEKDAYS =
            List.of("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat");

    /// The moment so many seconds after the beginning of 1970.
    static CivilDate of(long seconds) {
        long days = Math.floorDiv(seconds, DAY_SECONDS);
        int inDay = Math.floorMod(seconds, DAY_SECONDS);
        long shifted = days + EPOCH_TO_MARCH_OF_YEAR_0;
        long era = Math.floorDiv(shifted, ERA_DAYS);
        int inEra = Math.floorMod(shifted, ERA_DAYS);
        int yearInEra = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365;
        int inYear = inEra - (365 * yearInEra + yearInEra / 4 - yearInEra / 100);
        int fromMarch = (5 * inYear + 2) / 153;
        int day = inYear - (153 * fromMarch + 2) / 5 + 1;
        int month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
        long year = yearInEra + era * 400 + (month <= 2 ? 1 : 0);
        int weekday = Math.floorMod(days + 4, 7);
        return new CivilDate(year, month, day, weekday, inDay / 3600, inDay / 60 % 60, inDay % 60);
    }

    /// As `ls -l` shows it: `Jan 1 12:30`.
    String shortForm() {
        return MONTHS.get(month - 1) + " " + padded(day, ' ') + " " + clock();
    }

    /// As `date` shows it: `Thu Jan 1 12:30:00 UTC 2026`.
    String longForm() {
        return WEEKDAYS.get(weekday)
                + " "
                + shortForm()
                + ":"
                + padded(second, '0')
                + " UTC "
                + year;
    }

    private String clock() {
        return padded(hour, '0') + ":" + padded(minute, '0');
    }

    private static String padded(int number, char fill) {
        return number < 10 ? fill + Integer.toString(number) : Integer.toString(number);
    }
}
