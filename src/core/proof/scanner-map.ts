/**
 * Which items of the Kubernetes checklist the checks of scanners speak of.
 *
 * kube-bench: numbers mean something else in every benchmark, so its checks are told by their text. Taken from `cfg/` of
 * https://github.com/aquasecurity/kube-bench at a73ce378418c71c5861e6963753f50dec3badadf.
 * Polaris: names of `pkg/config/checks/` of https://github.com/FairwindsOps/polaris at
 * c0e23a233b2087272a7f524f1b922f4e3f2f9689.
 */

/** The item that the whole report of a tool is evidence of. */
export const benchmarkItem = 'benchmark-scan'

/** Beginning or middle of the texts of checks, in lower case, by item. */
export const benchmarkPhrases: Readonly<Record<string, readonly string[]>> = {
  'grants-review': [
    'the cluster-admin role is only used where required',
    'minimize wildcard use in roles and clusterroles',
    'avoid use of system:masters group',
    'limit use of the bind, impersonate and escalate permissions',
    'avoid non-default bindings to system:',
  ],
  'sso-login': [
    'client certificate authentication should not be used for users',
    'authentication using client certificates is disabled',
    'manage kubernetes rbac users with aws iam authenticator',
  ],
  'private-endpoints': [
    'private endpoint enabled and public access disabled',
    'restrict access to the control plane endpoint',
    'clusters are created with private nodes',
    '--read-only-port ',
  ],
  'audit-log': [
    '--audit-log-path argument is set',
    '--audit-log-maxage argument is set',
    '--audit-log-maxbackup argument is set',
    '--audit-log-maxsize argument is set',
    'a minimal audit policy is created',
    'the audit policy covers key security concerns',
    'enable audit logs',
    'audit logs are collected and managed',
    'audit logs are forwarded off the cluster',
  ],
  'pod-security-standard': ['minimize the admission of ', 'at least one active policy control mechanism in place'],
  'locked-down-pods': [
    'default service accounts are not actively used',
    'service account tokens are only mounted where necessary',
    'apply security context to ',
    'apply securitycontext to ',
  ],
  'control-plane-upkeep': ['--rotate-certificates argument is not', 'rotatekubeletservercertificate argument is set'],
  'tls-renewal': ['encrypt traffic to https load balancers with tls certificates'],
  'policy-enforcement': ['the cni in use supports network', 'cni plugin supports network policies'],
  'default-deny': ['all namespaces have networkpolicies defined', 'all namespaces have network policies defined'],
  'secret-source': ['consider external secret storage'],
  'encryption-at-rest': [
    '--encryption-provider-config argument is set',
    'encryption providers are appropriately configured',
    'the encryption provider is set to aescbc',
    'kubernetes secrets are encrypted',
  ],
  'workload-identity': ['prefer using dedicated '],
  'signed-provenance': [
    'configure image provenance using',
    'manage image provenance using',
    'use of binary authorization',
  ],
  'approved-registries': ['minimize container registries to only those approved'],
  'registry-rights': ['minimize user access to ', 'minimize cluster access to read-only for '],
  'live-rescan': ['image vulnerability scanning '],
}

/** Names of Polaris checks by item; `isWhole` where they ask for all that the command of the item asks for. */
export const polarisChecks: Readonly<Record<string, { checks: readonly string[]; isWhole?: true }>> = {
  'resource-requests': {
    checks: ['cpuRequestsMissing', 'memoryRequestsMissing', 'memoryLimitsMissing'],
    isWhole: true,
  },
  'health-probes': { checks: ['readinessProbeMissing', 'livenessProbeMissing'] },
  'disruption-budgets': {
    checks: [
      'missingPodDisruptionBudget',
      'pdbDisruptionsIsZero',
      'pdbMinAvailableGreaterThanHPAMinReplicas',
      'deploymentMissingReplicas',
    ],
  },
  'zone-spread': { checks: ['topologySpreadConstraint'] },
  'pod-autoscaling': { checks: ['hpaMinAvailability', 'hpaMaxAvailability'] },
  'locked-down-pods': { checks: ['automountServiceAccountToken', 'notReadOnlyRootFilesystem'] },
  'pod-security-standard': {
    checks: [
      ...['hostIPCSet', 'hostPIDSet', 'hostNetworkSet', 'hostPortSet', 'hostPathSet', 'hostProcess', 'procMount'],
      ...['privilegeEscalationAllowed', 'runAsRootAllowed', 'runAsPrivileged'],
      ...['insecureCapabilities', 'dangerousCapabilities', 'linuxHardening'],
    ],
  },
  'grants-review': {
    checks: ['clusterrolebindingClusterAdmin', 'rolebindingClusterAdminClusterRole', 'rolebindingClusterAdminRole'],
  },
  'default-deny': { checks: ['missingNetworkPolicy'] },
  'secret-source': { checks: ['sensitiveConfigmapContent', 'sensitiveContainerEnvVar'] },
  'image-digest': { checks: ['tagNotSpecified'] },
  'tls-renewal': { checks: ['tlsSettingsMissing'] },
}
