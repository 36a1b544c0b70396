import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `vite` alone serves the dashboard for development and passes requests on to a server started by `npm start`. */
const server = process.env['LATCHKEY_ADDRESS'] ?? 'http://127.0.0.1:4400';

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['latchkey-source', 'module', 'browser', 'development|production'] },
  server: { proxy: { '/api': server, '/openapi.json': server, '/docs': server } },
  build: {
    target: 'es2022',
    // Older targets rewrite `light-dark()` in a way that ignores the person's choice of colours.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // `data:` addresses would need a wider Content-Security-Policy than files from this server.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
});
