/** The model's calendar: time runs in working days (wd), five a week and 260 a year (docs/model.md, section 2). */
export const WD_PER_WEEK = 5;
export const WEEKS_PER_YEAR = 52;
export const WD_PER_YEAR = WD_PER_WEEK * WEEKS_PER_YEAR;
export const MONTHS_PER_YEAR = 12;
