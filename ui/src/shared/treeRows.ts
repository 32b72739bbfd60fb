/** From rows in display order to the rows that are seen, with what assistive technology needs to know of each. */

export interface TreeRow {
  id: string;
  /** 1 is the top. */
  level: number;
}

export interface Arranged<R extends TreeRow> {
  row: R;
  /** undefined: nothing below it. */
  expanded?: boolean;
  /** Index of the parent among the seen rows; −1 at the top. */
  parent: number;
  /** Among its siblings, from 1. */
  position: number;
  siblings: number;
}

/** Hides what is below collapsed rows and numbers the rest, in two passes. */
export function arrange<R extends TreeRow>(rows: readonly R[], collapsed?: ReadonlySet<string>): Arranged<R>[] {
  const seen: Arranged<R>[] = [];
  const families: Arranged<R>[][] = [];
  const familyOf: Arranged<R>[][] = [];
  const openAt: number[] = [];
  let hiddenBelow = Infinity;
  rows.forEach((row, i) => {
    if (row.level > hiddenBelow) return;
    hiddenBelow = Infinity;
    const hasChildren = (rows[i + 1]?.level ?? 0) > row.level;
    const closed = hasChildren && collapsed?.has(row.id) === true;
    if (closed) hiddenBelow = row.level;
    openAt.length = row.level - 1;
    const parent = openAt[row.level - 2] ?? -1;
    // A row one level up ends the families below it.
    families.length = Math.min(families.length, row.level);
    const family = (families[row.level - 1] ??= []);
    const arranged: Arranged<R> = { row, expanded: hasChildren ? !closed : undefined, parent, position: family.length + 1, siblings: 0 };
    family.push(arranged);
    openAt[row.level - 1] = seen.push(arranged) - 1;
    familyOf.push(family);
  });
  seen.forEach((arranged, i) => (arranged.siblings = familyOf[i]?.length ?? 1));
  return seen;
}
