import { describe, expect, test } from 'vitest'
import type { SignatureCheck } from '../../../src/exports/report-file/check.ts'
import { describeCheck, describeFailure } from '../../../src/exports/report-file/check-words.ts'

const fits: SignatureCheck = { kind: 'fits', keyid: 'SHA256:a' }
const unknown: SignatureCheck = { kind: 'unknown', keyid: 'SHA256:b' }
const broken: SignatureCheck = { kind: 'broken', keyid: 'SHA256:a' }
const judge = (signatures: SignatureCheck[], faults: string[] = []) =>
  describeCheck({ signatures, faults, payloadSha256: 'f'.repeat(64) })

describe('describeCheck()', () => {
  test.each([
    ['whole', 'Unchanged, and the signature fits', [fits]],
    ['whole', 'Unchanged, and all 2 signatures fit', [fits, fits]],
    ['partly', 'Unchanged, but 1 of 2 signatures cannot be checked here', [fits, unknown]],
    ['changed', 'Changed', [unknown]],
    ['changed', 'Changed', [fits, broken]],
  ] as [string, string, SignatureCheck[]][])('says %s: %s', (state, word, signatures) => {
    expect(judge(signatures)).toMatchObject({ state, word })
  })

  test('says what differs, whatever the signatures do', () => {
    const { state, lines } = judge([fits], ['"Go", and should be "No-go"'])
    expect(state).toBe('changed')
    expect(lines).toContain('"Go", and should be "No-go"')
  })

  test('says that keys from the file are no identity', () => {
    expect(judge([fits]).lines.join(' ')).toContain('not who holds them')
  })
})

test('describeFailure() never says that a file is whole', () => {
  expect(describeFailure(new Error('Envelope is no object'), true).state).toBe('changed')
  expect(describeFailure(new TypeError('subtle is undefined'), false).state).toBe('unchecked')
})
