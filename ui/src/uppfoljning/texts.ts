/** What the screen says more than once. */

/** Why a digit does nothing on a thing that its units report on. */
export const FOLLOWS_UNITS = 'Läget följer enheternas rader. Öppna raden och sätt status där.';

/** Beside what nobody has said anything about in the period. */
export const LACKS = 'Saknar uppdatering';

export const NEXT = 'Nästa som saknar uppdatering';
