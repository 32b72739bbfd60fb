import { useState } from 'react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { useFocusKept } from './focus';

function Page() {
  useFocusKept();
  const [stage, setStage] = useState(0);
  return (
    <main tabIndex={-1} aria-label="Skärm">
      {stage === 0 && <button onClick={() => setStage(1)}>Går bort</button>}
      <aside>
        <button>Nästa</button>
        <button disabled={stage === 2} onClick={() => setStage(2)}>
          Stängs av
        </button>
      </aside>
      <p>Ingenting</p>
    </main>
  );
}

test('what goes away gives the focus to the screen', async () => {
  const screen = await render(<Page />);
  screen.getByText('Går bort').element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('main')).toHaveFocus();
});

test('what is disabled gives it to the panel it stands in', async () => {
  const screen = await render(<Page />);
  screen.getByText('Stängs av').element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByText('Nästa')).toHaveFocus();
});
