/** «Ångra» beside a message takes back what the message says, and nothing else. */
import { render } from 'vitest-browser-react';
import { afterEach, expect, test } from 'vitest';
import { Toasts, toast } from './toasts';

const nothing = () => undefined;
const buttons = () => [...document.querySelectorAll('.toast button')].map((e) => e.textContent).filter(Boolean);

afterEach(() => toast.changed());

test('the way back is gone when something else has been changed; other messages stay', async () => {
  await render(<Toasts />);
  toast.done('58 rader lästes in', nothing);
  await expect.poll(buttons).toEqual(['Ångra']);
  toast.changed();
  await expect.poll(buttons).toEqual([]);
  toast.say('Rapporten är sparad.', { label: 'Öppna', run: nothing });
  toast.changed();
  await expect.poll(buttons).toEqual(['Öppna']);
});
