/** Words of the screen Rapporter that are used in more than one place. */
export const INNAN_UTSKICK = 'Innan utskick';
export const SAVED = (name: string): string => `${name} är sparad.`;
export const OPEN = 'Öppna';
