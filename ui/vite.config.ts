import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// `npm run dev` is for work on the screens in a browser: there the commands go to the example `bro` of the tests' crate.
const bro = process.env.RODA_TRADEN_BRO ?? 'http://127.0.0.1:7331';

export default defineConfig({
  plugins: [react(), { ...optimizeLocales.vite({ locales: ['sv-SE'] }), enforce: 'pre' }],
  clearScreen: false,
  build: { target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { port: Number(process.env.PORT ?? 5173), strictPort: true, host: '127.0.0.1', proxy: { '/anropa': bro }, fs: { allow: ['..'] } },
});
