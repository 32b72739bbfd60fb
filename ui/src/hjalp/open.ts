/** Opens the manual from anywhere; null: closed. */
import { store } from '../app/store';

/** The chapter that is shown. */
export const helpChapter = store<string | null>(null);
export const openHelp = (chapter: string) => helpChapter.set(chapter);
