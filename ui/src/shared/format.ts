/** Counts as they are written in Swedish, for the few that the window itself counts (rows on screen). */
const COUNT = new Intl.NumberFormat('sv-SE');

/** "5 000", with a space that does not break. */
export const count = (number: number): string => COUNT.format(number);

/** "1 rad", "5 000 rader". */
export const counted = (number: number, one: string, many: string): string => `${count(number)}\u00a0${number === 1 ? one : many}`;

/** What is said when a filter has been set: "1 rad visas." */
export const rowsShown = (number: number): string => `${counted(number, 'rad', 'rader')} visas.`;
