/** Before the first write of a file the program asks once who the person is; the dialog is `program/WhoDialog`. */
import { store } from './store';

interface Question {
  answer: (known: boolean) => void;
}

/** Whether the open file knows who writes; set from `read_program`. */
export const whoIsKnown = store<boolean>(true);
/** The question being asked, for the dialog. */
export const question = store<Question | null>(null);

/** True when the write may go on. */
export function askWho(): Promise<boolean> {
  return whoIsKnown.get() ? Promise.resolve(true) : changeWho();
}

/** Asks whatever is known already; false when nothing was changed. */
export function changeWho(): Promise<boolean> {
  return new Promise((resolve) => {
    question.set({
      answer: (known) => {
        question.set(null);
        if (known) whoIsKnown.set(true);
        resolve(known);
      },
    });
  });
}
