import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Amounts,
  addAmounts,
  noAmounts,
  planQuota,
  referenceFlavors,
  scaleAmounts,
  subtractAmounts,
  sumHaEnvironment,
} from '../../../../src/core/planning/index.ts'
import { planned, textsOf } from './planned.ts'

const anyAmounts: fc.Arbitrary<Amounts> = fc.record({
  instances: fc.nat(99),
  vcpu: fc.nat(99),
  ramGb: fc.nat(99),
  volumesGb: fc.nat(999),
  floatingIps: fc.nat(9),
  loadBalancers: fc.nat(9),
  networks: fc.nat(9),
})

const answers = {
  environments: [
    'production: ha, base>ha>site>site-ha>production, main, azimuth-production, apps.example.org',
    'staging: ha, base>ha>site>site-ha>staging, main, azimuth-staging, staging.example.org',
    'aio: singlenode, base>singlenode>site>aio, any branch except main, azimuth-cicd',
  ],
  projects: ['production: azimuth-production', 'staging: azimuth-staging', 'cicd: azimuth-cicd'],
  cpCount: 3,
  workerCount: 3,
  flavors: ['seed: m1.seed, 4, 8, 100', 'control plane: m1.cp, 4, 8, 100', 'worker: m1.worker, 8, 16, 100'],
  peakOpenProposals: 5,
  quota: [
    'azimuth-production: 9, 52, 104, 500, 3, 3',
    'azimuth-staging: 9, 40, 104, 500, 3, 3',
    'azimuth-cicd: 5, 20, 80, 500, 5, 0',
  ],
}

describe('sumHaEnvironment()', () => {
  test("is the vendor's table for the reference", () => {
    const { atRest, duringUpgrade } = sumHaEnvironment({ controlPlane: 3, workers: 3, flavors: referenceFlavors })
    expect(atRest).toMatchObject({
      instances: 7,
      vcpu: 40,
      ramGb: 80,
      volumesGb: 500,
      floatingIps: 3,
      loadBalancers: 3,
    })
    expect(duringUpgrade).toMatchObject({ instances: 9, vcpu: 52, ramGb: 104, volumesGb: 500, networks: 1 })
    expect(subtractAmounts(duringUpgrade, atRest)).toEqual({ ...noAmounts, instances: 2, vcpu: 12, ramGb: 24 })
  })
})

describe('amounts', () => {
  test('add up in any order and grouping', () => {
    fc.assert(
      fc.property(anyAmounts, anyAmounts, anyAmounts, (a, b, c) => {
        expect(addAmounts(a, b, c)).toEqual(addAmounts(c, addAmounts(b, a)))
        expect(subtractAmounts(addAmounts(a, b), b)).toEqual(a)
        expect(addAmounts(a, a, a)).toEqual(scaleAmounts(a, 3))
      }),
    )
  })
})

describe('planQuota()', () => {
  test('adds up each project, and the review environments once', () => {
    const { projects, findings } = planQuota(planned(answers), false)
    expect(
      projects.map(({ project, parts, duringUpgrade: { instances, vcpu, volumesGb } }) => [
        project,
        parts,
        instances,
        vcpu,
        volumesGb,
      ]),
    ).toEqual([
      ['azimuth-production', ['production, highly available'], 9, 52, 500],
      ['azimuth-staging', ['staging, highly available'], 9, 52, 500],
      ['azimuth-cicd', ['5 review environments'], 5, 20, 500],
    ])
    expect(textsOf(findings, 'problem')).toEqual([
      expect.stringMatching(/^azimuth-staging has too little .*: 52 vCPU needed, 40 free\./),
    ])
    expect(textsOf(findings, 'assumed')).toEqual([])
  })

  test('the total is the sum of the projects', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 9 }),
        fc.integer({ min: 3, max: 100 }),
        fc.integer({ min: 1, max: 50 }),
        (cp, workers, open) => {
          const { projects, total } = planQuota(
            planned({ ...answers, cpCount: cp, workerCount: workers, peakOpenProposals: open }),
            false,
          )
          expect(total.duringUpgrade).toEqual(addAmounts(...projects.map(({ duringUpgrade }) => duringUpgrade)))
          expect(total.atRest).toEqual(addAmounts(...projects.map(({ atRest }) => atRest)))
        },
      ),
    )
  })

  test('of what runs already only the surge has to be free', () => {
    const free = {
      ...answers,
      quota: ['azimuth-production: 2, 12, 24, 0, 0, 0', 'azimuth-staging: 1, 12, 24, 0, 0, 0'],
    }
    expect(textsOf(planQuota(planned(free), true).findings, 'problem')).toEqual([
      expect.stringMatching(/^azimuth-staging has too little for the next rolling upgrade: 2 instances needed, 1 free/),
    ])
  })

  test('what OpenStack does not limit, -1, is never short', () => {
    const unlimited = { ...answers, quota: ['azimuth-production: -1, -1, 104, 500, 3, 3'] }
    const { projects, findings } = planQuota(planned(unlimited), false)
    expect(projects[0]?.free).toMatchObject({ instances: Number.POSITIVE_INFINITY, vcpu: Number.POSITIVE_INFINITY })
    expect(textsOf(findings, 'problem')).toEqual([])
  })

  test('says what it assumed where answers are missing', () => {
    const { total, findings } = planQuota([], false)
    expect(total.duringUpgrade.instances).toBe(18)
    expect(textsOf(findings, 'assumed')).toEqual([
      expect.stringContaining('No environments'),
      expect.stringContaining('Flavors'),
      expect.stringContaining('control-plane nodes'),
      expect.stringContaining('workers'),
    ])
    expect(textsOf(findings, 'note')).toContain(
      'What is free is not recorded for: project of production (not named), project of staging (not named). Nothing is compared there.',
    )
  })

  test.each([
    [{ projects: ['production: shared', 'cicd: shared'] }, 'is the project for production and cicd'],
    [{ cpCount: 4 }, 'survive no more failures than 3'],
    [{ flavors: ['worker: huge'] }, '"worker: huge" cannot be read'],
    [{ quota: ['azimuth-staging: 9, -2, 104, 500, 3, 3'] }, '"azimuth-staging: 9, -2, 104, 500, 3, 3" cannot be read'],
    [{ quota: ['azimuth-staging: 9, -, 104, 500, 3, 3'] }, '"azimuth-staging: 9, -, 104, 500, 3, 3" cannot be read'],
    [{ quota: ['azimuth-staging: 9, 52'] }, '"azimuth-staging: 9, 52" cannot be read'],
    [{ environments: ['staging: maybe'] }, '"staging: maybe" cannot be read'],
  ])('%j is a problem', (changed, text) => {
    const found = textsOf(planQuota(planned({ ...answers, ...changed }), false).findings, 'problem')
    expect(found.some((each) => each.includes(text))).toBe(true)
  })
})
