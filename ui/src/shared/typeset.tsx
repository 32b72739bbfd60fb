/** Where a title or a name may be broken, so that a narrow column never breaks it badly. The words are never changed. */
import { Fragment, type ReactNode } from 'react';

const LONG = /\p{L}{19,}/gu;
const PARTS =
  /(?<=\p{L}{5})(?=(?:arbets|boende|bistånds|familje|försörjnings|förvaltning|funktions|handlägg|insats|kontor|kontroll|marknads|nämnd|omsorg|politi|samord|stöd|strateg|tjänst|utbildning|utred|utskott|utveckl|uppfölj|verksamhet|ansvarig|chef|ledare)\p{L}{2,}|(?:kontor|nämnd|omsorg|stöd|strateg|tjänst|utskott|insats|chef)(?!\p{L}))/gu;
/** "10–17 år", "1 000": a number and what is read with it. */
const WHOLE = /(\d+–\d+(?: \p{L}{1,3}(?!\p{L}))?|\d{1,3}(?: \d{3})+(?!\d))/u;

/**
 * The text with soft hyphens in its longest words. The web engines of Linux have no Swedish hyphenation, and a name such
 * as "vuxenutbildningsförvaltningen" is wider than its column: a soft hyphen before the parts that the names of public
 * bodies and their titles are made of gives the break its hyphen. What is short enough is left as it is.
 */
export const withSoftHyphens = (text: string): string => text.replace(LONG, (word) => word.replace(PARTS, '\u00ad'));

/** The text with soft hyphens, and its numbers kept on one line. */
export function typeset(text: string): ReactNode {
  const hyphened = withSoftHyphens(text);
  if (!WHOLE.test(hyphened)) return hyphened;
  return hyphened.split(WHOLE).map((part, i) =>
    i % 2 === 1 ? (
      <span key={i} className="whole">
        {part}
      </span>
    ) : (
      <Fragment key={i}>{part}</Fragment>
    ),
  );
}
