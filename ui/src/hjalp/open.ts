/** Opens the manual from anywhere; null: closed. */
import { store } from '../app/store';

/** The chapter that is shown. */
export const helpChapter = store<string | null>(null);
export const openHelp = (chapter: string) => helpChapter.set(chapter);

/** Spread on what has a chapter of its own within a screen or over it: F1 opens that one while the focus is there. */
export const helpedBy = (chapter: string | undefined) => ({ 'data-help': chapter });
