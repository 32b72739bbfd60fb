/** Numbers as people type them. */

/** "1 234,5" → 1234.5; nothing typed → null; not a number → undefined. */
export function readNumber(text: string): number | null | undefined {
  const plain = text.replace(/[\s%]|kr/gu, '').replace(/[−–]/u, '-').replace(',', '.');
  if (plain === '') return null;
  return /^-?\d+(\.\d+)?$/u.test(plain) ? Number(plain) : undefined;
}
