package vn.nhipcau.calendar;

import org.springframework.stereotype.Service;

/** The calendar of working days in force: what the administrators confirmed, else what follows from the law. */
@Service
public class DaysOff {
    /** A value that may be kept for the length of one task; ask again for the next. */
    public WorkingDays workingDays() {
        return WorkingDays.WEEKENDS_OFF;
    }
}
