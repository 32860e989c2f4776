import { describe, expect, test } from 'vitest'
import * as core from '../../../../src/core/signoff/index.ts'
import { buildTrustFile, emptyDraft, listRoles } from '../../../../src/islands/trust/draft.ts'
import { addSigner, describeAddition, readEntry } from '../../../../src/islands/trust/entries.ts'
import { diffLines } from '../../../../src/islands/trust/line-diff.ts'
import { lintDraft } from '../../../../src/islands/trust/lint.ts'
import { openTrustFile } from '../../../../src/islands/trust/open-file.ts'
import { describeAtPlace, groupByPlace, listPlaces } from '../../../../src/islands/trust/places.ts'
import { readDraft, readDraftText } from '../../../../src/islands/trust/read-draft.ts'
import { readGiven } from '../../../../src/islands/trust/read-given.ts'
import { goodTrust, readVector } from '../../core/signoff/vectors.ts'

const now = new Date('2026-11-21T12:00:00Z')
const good = JSON.parse(new TextDecoder().decode(goodTrust))
const [alice, bob] = good.signers
const pem: string = bob.keys[0].publicKey
const line = core.formatOpenSsh(await core.parsePublicKey(pem), 'bob@example.com')
const read = (value: unknown) => readDraft(value) ?? expect.fail('The fields cannot hold it')

describe('readDraft() and buildTrustFile()', () => {
  test('give a file back as it was', () => {
    expect(buildTrustFile(read(good))).toEqual(good)
    const environments = { production: { require: [{ role: 'sre', count: 2 }] } }
    const other = {
      ...good,
      $schema: 'https://golive.example/schema/trust.json',
      policy: { ...good.policy, environments },
    }
    expect(buildTrustFile(read(other))).toEqual(other)
  })

  test('keep what is wrong, so that the lint can tell it', () => {
    expect(buildTrustFile(read({ ...good, signers: [] }))).toMatchObject({ signers: [] })
    const draft = { ...emptyDraft, maxAgeDays: 'soon', require: [{ role: '', count: '' }] }
    expect(buildTrustFile(draft).policy).toMatchObject({ maxAgeDays: 'soon', require: [{ role: '', count: '' }] })
    expect(read(buildTrustFile(draft))).toEqual(draft)
  })

  test.each<[string, unknown]>([
    ['an unknown member', { ...good, note: 'x' }],
    ['an unknown member of a key', { ...good, signers: [{ ...alice, keys: [{ publicKey: pem, note: 'x' }] }] }],
    ['a count that is text', { ...good, policy: { ...good.policy, require: [{ role: 'sre', count: '1' }] } }],
    ['another version', { ...good, version: 2 }],
    ['a list', []],
    ['null', null],
  ])('do not open %s, which saving would lose', (_, value) => {
    expect(readDraft(value)).toBeUndefined()
  })

  test('an empty member is no difference', () => {
    expect(readDraft({ ...good, policy: { ...good.policy, environments: {} } })).toBeDefined()
  })

  test('readDraftText() takes no rubbish', () => {
    expect(readDraftText('{rubbish')).toBeUndefined()
  })

  test('the same draft gives the same bytes', async () => {
    const draft = read(good)
    const [first, second] = await Promise.all([
      lintDraft(core, draft, now),
      lintDraft(core, read(buildTrustFile(draft)), now),
    ])
    expect(first.text).toBe(second.text)
    expect(first.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(first.trust?.sha256).toBe(first.sha256)
  })

  test('listRoles() names every role once', () => {
    expect(listRoles(read(good))).toEqual(['sre', 'security'])
  })
})

describe('openTrustFile()', () => {
  test('opens a file that is refused for what it says, to be mended', async () => {
    expect(await openTrustFile(core, readVector('trust/trust-key-rsa.trust'))).toMatchObject({ kind: 'opened' })
  })

  test.each(['trust/trust-duplicate.trust', 'trust/trust-pollute.trust', 'trust/trust-key-private.trust'])(
    'does not open %s, and says why',
    async (path) => {
      const result = await openTrustFile(core, readVector(path))
      expect(result).toMatchObject({ kind: 'refused', messages: [expect.stringMatching(/\(.+\)$/)] })
    },
  )
})

describe('readEntry()', () => {
  test.each<[string, string, string, object]>([
    ['an entry', JSON.stringify(alice), '', { id: 'alice@example.com', roles: ['sre'] }],
    ['a PEM', pem, ' bob@example.com ', { id: 'bob@example.com', roles: [] }],
    ['a line of OpenSSH, by its comment', line, '', { id: 'bob@example.com' }],
    ['a line of OpenSSH, by what is typed', line, 'robert@example.com', { id: 'robert@example.com' }],
  ])('reads %s', async (_, text, id, signer) => {
    expect(await readEntry(core, text, id)).toMatchObject({ kind: 'entry', signer })
  })

  test.each<[string, string, RegExp]>([
    ['nothing', ' ', /Paste an entry/],
    ['a key without a person', pem, /Say whose key/],
    ['a private key', '-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----', /is a private key/],
    ['rubbish', 'hello', /neither a PEM/],
    ['broken JSON', '{"id"', /not JSON/],
  ])('refuses %s', async (_, text, words) => {
    expect(await readEntry(core, text, '')).toMatchObject({ kind: 'refused', message: expect.stringMatching(words) })
  })

  test('addSigner() adds a person once, and later keys of theirs without their roles', () => {
    const first = addSigner({ ...emptyDraft }, { id: 'b', roles: ['x'], keys: [{ ...keyOf('1') }] })
    const again = addSigner(first, { id: 'b', roles: ['admin'], keys: [keyOf('1'), keyOf('2')] })
    expect(again.signers).toEqual([{ id: 'b', roles: ['x'], keys: [keyOf('1'), keyOf('2')] }])
    expect(describeAddition(emptyDraft, { id: 'b', roles: [], keys: [keyOf('1')] }, first)).toBe('Added b with 1 key.')
    expect(describeAddition(first, { id: 'b', roles: [], keys: [keyOf('2')] }, again)).toBe('Added a key to b.')
    expect(describeAddition(again, { id: 'b', roles: [], keys: [keyOf('2')] }, again)).toBe('b has this key already.')
  })

  const keyOf = (publicKey: string) => ({ publicKey, notBefore: '', notAfter: '', revokedAt: '', revocationReason: '' })
})

describe('readGiven()', () => {
  test('tells a trust file from what one person sent', async () => {
    expect(await readGiven(core, new File([goodTrust], 'a'))).toMatchObject({ kind: 'opened' })
    expect(await readGiven(core, new File([JSON.stringify(alice)], 'a'))).toMatchObject({ kind: 'entry' })
    expect(await readGiven(core, new File([line], 'a'))).toMatchObject({ kind: 'entry' })
  })

  const unreadable = { name: 'x', size: 1, arrayBuffer: () => Promise.reject(new Error('is a folder')) }

  test.each<[string, Parameters<typeof readGiven>[1], RegExp]>([
    ['a file that is too large', { ...unreadable, size: 2_000_000 }, /^x has 2 MB/],
    ['a folder', unreadable, /^x cannot be read/],
    ['a trust file that cannot be opened', new File(['{"signers": ['], 'x'), /^x was not opened.*not-json/],
    ['a key without a person', new File([pem], 'x'), /^x was not added. Say whose/],
    ['rubbish', new File(['hello'], 'x'), /key-malformed/],
  ])('refuses %s', async (_, file, words) => {
    expect(await readGiven(core, file)).toMatchObject({ kind: 'refused', message: expect.stringMatching(words) })
  })
})

describe('places', () => {
  const environments = { 'a.b': { require: [{ role: 'nobody', count: 1 }] } }
  const draft = read({ ...good, policy: { ...good.policy, environments } })
  const reason = (path: string) => ({ code: 'identifier' as const, message: `Trust file: ${path} is wrong`, path })
  const placeOf = (path: string) => [...groupByPlace([reason(path)], listPlaces(draft)).keys()][0]

  test.each([
    ['signers[0].id', 'signers[0].id'],
    ['signers[0].keys[1].publicKey', 'signers[0].keys[1]'],
    ['signers[0].keys[1].notAfter', 'signers[0].keys[1].notAfter'],
    ['signers[0].roles[3]', 'signers[0].roles'],
    ['signers[12].id', ''],
    ['policy.require', 'policy.require'],
    ['policy.require[0].count', 'policy.require[0].count'],
    ['policy.environments.a.b.require[0]', 'policy.environments.a.b.require[0]'],
    ['policy.maxAgeDays', 'policy.maxAgeDays'],
    ['', ''],
  ])('a reason at "%s" stands at "%s"', (path, place) => {
    expect(placeOf(path)).toBe(place)
  })

  test('describeAtPlace() leaves the place out of the words, because it is where they stand', () => {
    expect(describeAtPlace(reason('signers[0].id'))).toBe('This is wrong')
    expect(describeAtPlace({ code: 'lookalike', message: 'Trust file mixes alphabets', path: '' })).toBe(
      'Trust file mixes alphabets',
    )
  })
})

test('diffLines() tells lines that came and went, with what stands around them', () => {
  const before = Array.from({ length: 30 }, (_, index) => `line ${index}`).join('\n')
  const lines = diffLines(before, before.replace('line 3\n', 'new\n').replace('line 25\n', ''))
  expect(lines.filter(({ kind }) => kind === 'new')).toEqual([{ kind: 'new', text: 'new' }])
  expect(lines.filter(({ kind }) => kind === 'gone').map(({ text }) => text)).toEqual(['line 3', 'line 25'])
  expect(lines.filter(({ kind }) => kind === 'skipped')).toHaveLength(1)
  expect(diffLines(before, before)).toEqual([])
})
