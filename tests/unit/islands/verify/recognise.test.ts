import { expect, test } from 'vitest'
import { type FileKind, recogniseText } from '../../../../src/islands/verify/recognise.ts'
import { goodEnvelope, goodTrust, publishedChecklist } from '../../core/signoff/vectors.ts'

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

test.each<[string, string, FileKind]>([
  ['an envelope', textOf(goodEnvelope), 'attestation'],
  ['an envelope that was cut off', textOf(goodEnvelope).slice(0, 200), 'attestation'],
  ['an envelope with names in other case', '{"Payload": "", "PAYLOADTYPE": ""}', 'attestation'],
  ['a bundle', '{"mediaType": "x", "dsseEnvelope": {}}', 'attestation'],
  ['a trust file', textOf(goodTrust), 'trust'],
  ['a trust file that was cut off', textOf(goodTrust).slice(0, 100), 'trust'],
  ['a trust file without people', '{"version": 1, "policy": {}}', 'trust'],
  ['a checklist', textOf(publishedChecklist), 'checklist'],
  ['the entry of a signer', '{"id": "a", "roles": ["sre"], "keys": []}', 'entry'],
  ['a statement', '{"_type": "https://in-toto.io/Statement/v1", "predicate": {}}', 'statement'],
  ['a rollout', '{"format": 1, "rollout": {}, "items": {}}', 'rollout'],
  ['a page', '\n<!DOCTYPE html><html></html>', 'html'],
  ['a page with a byte order mark', '\ufeff<html>', 'html'],
  ['an empty text', '', 'unknown'],
  ['a number', '1', 'unknown'],
  ['null', 'null', 'unknown'],
  ['a list of lists', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'unknown'],
  ['names of the prototype', '{"__proto__": {}, "constructor": 1}', 'unknown'],
])('recogniseText() tells %s', (_, text, kind) => {
  expect(recogniseText(text)).toBe(kind)
})
