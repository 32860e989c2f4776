import { createServer } from 'node:net'
import { defineConfig } from '@playwright/test'
import { browserArguments, findBrowser } from './tests/browser.ts'
import { subPath, subPathFolder } from './tests/sites.ts'

/** Chosen once: the processes that run the tests read this file again and have to get the same ports. */
process.env['GOLIVE_PORT'] ??= String(await findFreePort())
process.env['GOLIVE_SUB_PATH_PORT'] ??= String(await findFreePort())
const port = process.env['GOLIVE_PORT']
const subPathPort = process.env['GOLIVE_SUB_PATH_PORT']
const executablePath = findBrowser()

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['list']],
  workers: 2,
  timeout: 60_000,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: { args: browserArguments, ...(executablePath && { executablePath }) },
    screenshot: 'only-on-failure',
    // Each test sees what the server has now; those of the offline copy allow it for themselves.
    serviceWorkers: 'block',
  },
  webServer: [
    { command: `node scripts/serve.ts --port ${port}`, url: `http://127.0.0.1:${port}/` },
    {
      command: `node scripts/serve.ts --port ${subPathPort} --folder ${subPathFolder} --base ${subPath}`,
      url: `http://127.0.0.1:${subPathPort}${subPath}`,
    },
  ],
})

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('Cannot find a free port')),
      )
    })
  })
}
