import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planNetworks, planPlanes, planQuota } from '../../../../src/core/planning/index.ts'
import { planned, textsOf } from './planned.ts'

const keys = [
  'subnetCidrs',
  'spaceMap',
  'controllerWhitelist',
  'clusterLayout',
  'environments',
  'projects',
  'flavors',
  'quota',
  'cpCount',
  'peakOpenProposals',
  'planesIsolated',
  'nodeGroups',
  'nodeCount',
  'etcdMembers',
]
/** What a file may bring: texts that look like parts of answers, and names of members that every object has. */
const anyText = fc.oneof(
  fc.string(),
  fc.constantFrom(
    'constructor',
    '__proto__: 3',
    'a: constructor',
    'ha: ha,,,',
    '10.0.0.0/8',
    '::/0 = x',
    'controlPlane: 0',
    ': , ,',
  ),
)
const anyAnswer = fc.oneof(
  anyText,
  fc.array(anyText, { maxLength: 5 }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
)
const anyAnswers = fc.dictionary(fc.constantFrom(...keys), anyAnswer, { maxKeys: keys.length })

describe('planning', () => {
  test('takes any stored answers, and says something of each in words', () => {
    fc.assert(
      fc.property(anyAnswers, fc.boolean(), (answers, isInstalled) => {
        const decisions = planned(answers)
        const plans = [planNetworks(decisions, []), planQuota(decisions, isInstalled), planPlanes(decisions)]
        for (const text of plans.flatMap(({ findings }) => textsOf(findings, 'problem'))) {
          expect(text).not.toMatch(/undefined|NaN|\[object/)
        }
      }),
    )
  })
})
