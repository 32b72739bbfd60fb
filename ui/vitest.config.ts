import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

// Component tests run in a real browser engine: the system's Chromium. Nothing downloads a browser.
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export default defineConfig({
  plugins: [react()],
  optimizeDeps: { include: ['react', 'react-dom/client', 'react/jsx-dev-runtime', 'react-aria-components', 'lucide-react', '@tanstack/react-query', '@tanstack/react-virtual', '@internationalized/date', '@tauri-apps/api/core', '@tauri-apps/api/event', 'vitest-browser-react'] },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: { executablePath, args } }),
      instances: [{ browser: 'chromium', locale: 'sv-SE', viewport: { width: 1280, height: 800 } }],
    },
  },
});
