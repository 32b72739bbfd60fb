/** The open file no longer lies where it was: `program/FileDialogs` says so and offers another place. */
import type { UiError } from '../api/generated';
import { store } from './store';

export const fileGone = store<UiError | null>(null);
