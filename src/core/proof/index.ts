/**
 * From command to proof: how outputs are judged, the script of all checks and its results, and what scanners report.
 *
 * Everything here proposes; nothing answers for a person.
 */
export * from './check-results.ts'
export * from './check-script.ts'
export * from './judge-output.ts'
export * from './junit-report.ts'
export * from './kube-bench.ts'
export * from './list-checks.ts'
export * from './placeholders.ts'
export * from './polaris.ts'
export * from './proposal.ts'
export * from './propose-output.ts'
export * from './propose-scan.ts'
export * from './recognise.ts'
export * from './scan-report.ts'
export * from './scanner-map.ts'
