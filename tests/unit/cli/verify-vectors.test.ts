import { describe, expect, test } from 'vitest'
import { readCaseFiles, readCaseOptions, readVector, type VectorCase, vectorCases } from '../core/signoff/vectors.ts'
import { runCli } from './run-cli.ts'

/** The call that a person would type for a case. */
function callOf(vector: VectorCase) {
  const options = readCaseOptions(vector)
  const named = readCaseFiles(vector).map((bytes, index) => [`${index}.json`, bytes] as const)
  const { checklist } = options
  const args = [
    ...named.map(([name]) => name),
    ...(vector.trust === null ? [] : ['--trust', 'trust.json']),
    ...options.subjects.flatMap((subject) => ['--subject', subject]),
    ...listOption('rollout', options.rollout),
    ...listOption('environment', options.environment),
    ...listOption('checklist', typeof checklist === 'string' ? checklist : checklist && 'checklist.json'),
    ...listOption('predicate-type', options.predicateType),
    ...listOption('max-age-days', options.maxAgeDays),
    ...listOption('trust-sha256', options.trustSha256),
    ...(options.require ?? []).flatMap(({ role, count }) => ['--require', `${role}=${count}`]),
    ...(options.noExceptions ? ['--no-exceptions'] : []),
    ...['--at', options.now.toISOString(), '--json', 'out.json', '--junit', 'out.xml'],
  ]
  const files = {
    ...Object.fromEntries(named),
    ...(vector.trust !== null && { 'trust.json': readVector(vector.trust) }),
    ...(checklist instanceof Uint8Array && { 'checklist.json': checklist }),
  }
  return { args, files }
}

const listOption = (name: string, value: string | number | undefined) =>
  value === undefined ? [] : [`--${name}`, String(value)]

const exitCodes = { accepted: 0, refused: 1, trouble: 2 }
/** No bytes are no refused report: most often a pipeline did not make the file. */
const exceptions = ['malformed-empty']

describe.each([...new Set(vectorCases.map(({ row }) => row))])('golive verify: %s', (row) => {
  test.each(
    vectorCases.filter((vector) => vector.row === row).map((vector) => [vector.name, vector.how, vector] as const),
  )('%s: %s', async (name, _how, vector) => {
    const { args, files } = callOf(vector)
    const { code, stdout, stderr, fileAt } = await runCli(['verify', ...args], files)
    expect(code).toBe(exceptions.includes(name) ? 2 : exitCodes[vector.status])
    expect(stdout + stderr).not.toMatch(/fault of the tool|[^\P{Cc}\n]/u)
    expect(stdout.startsWith('ACCEPTED')).toBe(code === 0)
    const json = fileAt('out.json')
    if (json === undefined) return expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining('Usage:')])
    const found = JSON.parse(String(json))
    expect(found).toMatchObject({ format: 1, status: vector.status, exitCode: code })
    for (const expected of vector.codes) {
      expect(found.reasons.map((reason: { code: string }) => reason.code)).toContain(expected)
      expect(stdout + stderr).toContain(`\n  ${expected}`)
    }
    expect(String(fileAt('out.xml')).includes('failures="0"')).toBe(code === 0)
  })
})
