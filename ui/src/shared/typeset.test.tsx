/** Long compounds get their hyphens where they may be broken, numbers stay whole, and the words are the same. */
import { render } from 'vitest-browser-react';
import { describe, expect, test } from 'vitest';
import { typeset, withSoftHyphens } from './typeset';

const shown = (text: string) => withSoftHyphens(text).replaceAll('\u00ad', '|');

describe('withSoftHyphens', () => {
  test('breaks long names between their parts and leaves short ones alone', () => {
    expect(shown('Arbetsmarknads- och vuxenutbildningsförvaltningen')).toBe('Arbetsmarknads- och vuxen|utbildnings|förvaltningen');
    expect(shown('Verksamhetsutvecklingssamordnare inom individ- och familjeomsorgen')).toBe('Verksamhets|utvecklings|samordnare inom individ- och familjeomsorgen');
    expect(shown('behovsstyrd kompetensutveckling')).toBe('behovsstyrd kompetens|utveckling');
    expect(shown('Ungdomsmottagningen')).toBe('Ungdomsmottagningen');
    expect(shown('Vårdförvaltningen')).toBe('Vårdförvaltningen');
  });
});

test('a number and its unit stay on one line, and nothing of the text is changed', async () => {
  const text = 'Placerade barn per 1 000 invånare, 10–17 år, sedan 2026';
  const { container } = await render(<p>{typeset(text)}</p>);
  expect([...container.querySelectorAll('.whole')].map((e) => e.textContent)).toEqual(['1 000', '10–17 år']);
  expect(container.textContent).toBe(text);
});
