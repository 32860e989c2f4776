/** What the index and the query make of the same words, with Pagefind's own worker between them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInThisContext } from 'node:vm'
import * as pagefind from 'pagefind'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildRecord, type SearchEntry } from '../../../src/build/search-records.ts'
import { startAtOnce } from '../../../src/build/search-worker.ts'
import { type Engine, type Found, startEngine } from '../../../src/islands/search/engine.ts'
import { find } from '../../../src/islands/search/find.ts'
import { startWorker } from '../../../src/islands/search/worker.ts'

const entry = (id: string, text: string, more: Partial<SearchEntry> = {}): SearchEntry => ({
  kind: 'item',
  url: `/demo/nodes/#${id}`,
  title: `About ${id}`,
  place: 'Demo, Nodes',
  text,
  filters: { platform: 'Demo', level: 'must' },
  ...more,
})

/** A number in letters, because a joint stands between a letter and a digit. */
const spell = (number: number) =>
  [...number.toString().padStart(5, '0')].map((digit) => 'abcdefghij'[Number(digit)]).join('')

const entries: SearchEntry[] = [
  entry('state', 'Set use_lockfile = true in the backend, with OpenTofu v1.10.2 or k3s-agent.'),
  entry('signatures', 'cosign verify --key cosign.pub --insecure-ignore-tlog=false IMAGE'),
  entry('preseed', 'Run /run/deis/bin/preseed on every host.', { filters: { platform: 'Deis', level: 'should' } }),
  entry('surge', 'Keep maxSurge: 25% and the policy PodDisruptionBudget; café.'),
  entry('velero', 'velero backup-location get', { kind: 'decision', terms: { when: 'streaming' } }),
  entry('plain', 'Restore a highly available deployment, and observe the policies.', { kind: 'guide', filters: {} }),
  // Enough words that begin alike for two parts of an index.
  ...Array.from({ length: 30 }, (_, record) => {
    const words = Array.from({ length: 400 }, (_, word) => `alike${spell(record * 400 + word)}`)
    return entry(`many-${spell(record)}`, words.join(' '), { kind: 'claim' })
  }),
]

const folder = mkdtempSync(join(tmpdir(), 'golive-search-'))
const realFetch = globalThis.fetch
let engine: Engine

/** Runs a worker's script in this process, as far as the engine and Pagefind need. */
class InlineWorker extends EventTarget {
  readonly #scope = new EventTarget()

  constructor(url: string) {
    super()
    const answer = (data: unknown) => this.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }))
    const scope = Object.assign(this.#scope, { postMessage: answer })
    runInThisContext(`(function (self) {${readFileSync(url, 'utf8')}\n})`)(scope)
  }

  postMessage(data: unknown): void {
    this.#scope.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }))
  }

  terminate(): void {}
}

beforeAll(async () => {
  const { index } = await pagefind.createIndex({ forceLanguage: 'unknown' })
  await Promise.all(entries.map((each) => index?.addCustomRecord(buildRecord(each))))
  await index?.writeFiles({ outputPath: join(folder, 'pagefind') })
  await pagefind.close()
  const worker = join(folder, 'pagefind', 'pagefind-worker.js')
  writeFileSync(worker, startAtOnce(readFileSync(worker, 'utf8'), `${folder}/`))
  globalThis.fetch = async (input) => new Response(readFileSync(String(input).replace(/\?.*/, '')))
  Object.assign(globalThis, { Worker: InlineWorker })
  engine = startEngine(startWorker(`${folder}/`))
})

afterAll(() => {
  globalThis.fetch = realFetch
  Reflect.deleteProperty(globalThis, 'Worker')
  rmSync(folder, { recursive: true, force: true })
})

async function findAll(query: string, filters = {}): Promise<Found[]> {
  const answer = await find(engine, query, filters)
  return answer.kind === 'found' ? Promise.all(answer.hits.map((hit) => hit())) : []
}

test.each([
  ['use_lockfile', 'state'],
  ['lockfile', 'state'],
  ['lockf', 'state'],
  ['USE_LOCK', 'state'],
  ['v1.10.2', 'state'],
  ['1.10', 'state'],
  ['k3s', 'state'],
  ['agent', 'state'],
  ['--insecure-ignore-tlog', 'signatures'],
  ['insecure-ignore', 'signatures'],
  ['ignore-tlog', 'signatures'],
  ['tlog=false', 'signatures'],
  ['cosign.pub', 'signatures'],
  ['/run/deis/bin/preseed', 'preseed'],
  ['bin/preseed', 'preseed'],
  ['deis/bin', 'preseed'],
  ['preseed', 'preseed'],
  ['maxSurge', 'surge'],
  ['surge', 'surge'],
  ['disruptionbudget', 'surge'],
  ['cafe', 'surge'],
  ['velero backup-location get', 'velero'],
  ['location', 'velero'],
  ['highly-available', 'plain'],
  ['highly available deployments', 'plain'],
  ['observ', 'plain'],
  ['about plain', 'plain'],
  ['demo nodes restore', 'plain'],
])('%s finds %s and nothing else', async (query, id) => {
  const found = await findAll(query)
  expect(found.map(({ raw_url }) => raw_url)).toEqual([`/demo/nodes/#${id}`])
})

test('a word finds the words that it is related to', async () => {
  const found = await findAll('policies')
  expect(found.map(({ raw_url }) => raw_url).sort()).toEqual(['/demo/nodes/#plain', '/demo/nodes/#surge'])
})

test.each(['zzzz', 'velerox', 'xyzzy', 'lockfiles2', 'restore zzzz'])('%s finds nothing', async (query) => {
  expect(await find(engine, query, {})).toMatchObject({ kind: 'unknown' })
})

test('words that lie in two parts of the index are all found', async () => {
  // One that has no part of the index yet.
  const answer = await find(startEngine(startWorker(`${folder}/`)), 'alike', {})
  expect(answer.kind === 'found' && answer.hits.length).toBe(30)
})

test('filters choose, count, and stand in what is found', async () => {
  const [found, ...others] = await findAll('run', { platform: 'Deis' })
  expect(others).toEqual([])
  expect(found?.filters).toEqual({ kind: ['item'], platform: ['Deis'], level: ['should'] })
  expect((await engine.countAll()).kind).toEqual({ claim: 30, decision: 1, guide: 1, item: 4 })
  expect(await find(engine, 'run', { platform: 'Demo' })).toEqual({ kind: 'filtered', words: ['run'], unfiltered: 1 })
  expect(await findAll('', { kind: 'guide' })).toHaveLength(1)
})

test('addresses begin with the base of the site and are free of marks', async () => {
  const [found] = await findAll('velero backup-location get')
  expect(found?.url).toBe(`${folder}/demo/nodes/#velero`)
  expect(found?.meta).toEqual({ title: 'About velero', place: 'Demo, Nodes', when: 'streaming' })
})
