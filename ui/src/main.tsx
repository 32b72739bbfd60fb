/** Where the window begins. */
// First: the order of the layers is said here, before any screen's own sheet.
import './shared/fonts.css';
import './shared/tokens.css';
import './shared/base.css';
import './shared/parts.css';
import './shared/grid.css';
import './app/frame.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components';
import { newClient } from './api/use';
import { App } from './app/App';
import { Boundary } from './app/Boundary';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <I18nProvider locale="sv-SE">
        <QueryClientProvider client={newClient()}>
          <Boundary message="Fönstret kunde inte visas." hint="Ladda om fönstret." again={{ label: 'Ladda om fönstret', run: () => location.reload() }}>
            <App />
          </Boundary>
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>,
  );
}
