import { expect, test } from 'vitest'
import { listHelperWords, listPlainWords, maxHelperLength } from '../../../src/build/search-words.ts'
import { maxWordLength } from '../../../src/islands/search/query.ts'

test.each([
  ['use_lockfile', ['uselockfile', 'lockfile']],
  ['--insecure-ignore-tlog', ['insecureignoretlog', 'ignoretlog', 'tlog']],
  ['/run/deis/bin/preseed', ['rundeisbinpreseed', 'deisbinpreseed', 'binpreseed', 'preseed']],
  ['maxSurge', ['maxsurge', 'surge']],
  ['v1.9.1', ['v191', '191', '91']],
  ['k3s-agent', ['k3sagent', '3sagent', 'sagent', 'agent']],
  ['Überwachung-ä', ['uberwachunga']],
])('listHelperWords() gives the ends of %s', (text, words) => {
  expect(listHelperWords(text)).toEqual(words)
})

test('listHelperWords() adds nothing to plain words, and every end once', () => {
  expect(listHelperWords('Restore a backup. (Then wait.)')).toEqual([])
  expect(listHelperWords('git-crypt and git-crypt')).toEqual(['gitcrypt', 'crypt'])
})

test('listHelperWords() cuts ends where queries are cut', () => {
  const [longest = ''] = listHelperWords(`https://example.com/${'long/'.repeat(20)}`)
  expect(longest).toHaveLength(maxHelperLength)
  expect(maxHelperLength).toBe(maxWordLength)
})

test('listPlainWords() gives whole words in lower case, the commonest first', () => {
  expect(listPlainWords(['Velero backs up. Velero-backup, k3s', 'Backup and velero', 'abcd'])).toEqual([
    'velero',
    'backup',
    'abcd',
    'backs',
  ])
})
