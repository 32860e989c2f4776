/**
 * The `NAME` of exported files: letters, digits, points, hyphens and underscores, so that every file system takes it
 * and a shell does not read anything else in it. Rollouts are named by people, and reports come from outside.
 */
export function nameFiles(rolloutId: string): string {
  const slug = rolloutId.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[-._]+|[-._]+$/g, '')
  return slug.slice(0, 100) || 'rollout'
}
