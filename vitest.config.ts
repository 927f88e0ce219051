import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/u, '') }
const onDatabase = {
  environment: 'node' as const,
  globalSetup: ['tests/support/template.ts'],
  // modules are loaded once a worker, not once a file; a file's state is its database (tests/support/database.ts)
  isolate: false,
  testTimeout: 30_000,
  hookTimeout: 60_000,
}

export default defineConfig({
  resolve: { alias },
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: { name: 'pure', include: ['{lib,components,scripts}/**/*.test.ts'], environment: 'node' },
      },
      {
        resolve: { alias },
        test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], ...onDatabase },
      },
      {
        resolve: { alias },
        test: { name: 'office', include: ['tests/office/**/*.test.ts'], environment: 'node' },
      },
      {
        resolve: { alias },
        test: { name: 'security', include: ['tests/security/**/*.test.ts'], ...onDatabase },
      },
    ],
  },
})
