import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyProject } from '../project-copy.ts'
import { expect, rowOf, test } from './fixtures.ts'

const copy = '.cache/author-platform'
let server: ChildProcess
let address = ''

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(180_000)
  copyProject(copy)
  const run = (...words: string[]) => execFileSync('node', words, { cwd: copy, stdio: 'pipe' })
  run('scripts/new.ts', 'platform', 'nomad-cluster')
  run('scripts/new.ts', 'section', 'nomad-cluster', 'volumes')
  run('scripts/new.ts', 'item', 'nomad-cluster', 'volumes', 'csi-plugin')
  expect(() => run('scripts/new.ts', 'item', 'nomad-cluster', 'volumes', 'csi-plugin')).toThrow(
    'ids are never used again',
  )
  expect(() => run('scripts/new.ts', 'platform', 'nomad-cluster')).toThrow('exists')
  expect(() => run('scripts/new.ts', 'section', 'nowhere', 'volumes')).toThrow('there is no platform')
  expect(() => run('scripts/new.ts', 'platform', 'Not Kebab')).toThrow('kebab-case')
  execFileSync('astro', ['build'], { cwd: copy, stdio: 'pipe', shell: process.platform === 'win32' })
  server = spawn('node', ['scripts/serve.ts', '--port', '4800', '--base', '/'], {
    cwd: copy,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(server.stdout ?? server, 'data')
  address = /http:\S+/.exec(String(line))?.[0] ?? ''
})

test.afterAll(() => {
  server?.kill()
})

test('a new platform made from templates is in home, sidebar, checklist, compare and search without touching code', async ({
  browser,
}) => {
  const page = await browser.newPage({ baseURL: address })
  await page.goto('/')
  await page
    .getByRole('region', { name: 'Platforms' })
    .getByRole('link', { name: /^Nomad cluster/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Nomad cluster' })).toBeVisible()
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /Volumes/ })
    .click()
  await rowOf(page, 'csi-plugin').getByRole('checkbox').check()
  await expect(page.locator('.rollout-bar')).toContainText('1 of 3 done')
  await page.goto('/compare/')
  await expect(page.getByRole('columnheader', { name: 'Nomad cluster' }).first()).toBeVisible()
  await page.keyboard.press('/')
  await page.getByRole('searchbox').fill('nomad cluster volumes')
  await expect(
    page.getByRole('dialog').getByRole('link').filter({ hasText: 'Nomad cluster, Volumes' }).first(),
  ).toBeVisible()
  await page.close()
})
