// Makes sure that there is a Chromium for the tests: Playwright's own, then one of the system, then Debian's package.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser, forgetBrowser, rememberBrowser, systemBrowsers } from '../tests/browser.ts'

const attempts = [
  {
    name: "Playwright's own Chromium",
    find: () => {
      spawnSync('playwright', ['install', 'chromium'], {
        stdio: 'ignore',
        shell: process.platform === 'win32',
        timeout: 300_000,
      })
      return findBrowser()
    },
  },
  { name: 'the Chromium of this system', find: () => systemBrowsers.find((path) => existsSync(path)) },
  { name: "Debian's package chromium", find: installDebianPackage },
]

function installDebianPackage(): string | undefined {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  for (const command of [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
  ]) {
    const [program = '', ...words] = [...asRoot, ...command]
    if (spawnSync(program, words, { stdio: 'ignore' }).status !== 0) return undefined
  }
  return systemBrowsers.find((path) => existsSync(path))
}

let path = findBrowser()
if (!path) {
  forgetBrowser()
  for (const attempt of attempts) {
    path = attempt.find()
    if (!path) continue
    rememberBrowser(path)
    console.log(`Tests use ${attempt.name}: ${path}`)
    break
  }
}
if (!path) {
  console.error('Cannot test: no Chromium. Install one, or set CHROMIUM_PATH to it.')
  process.exitCode = 1
}
