import type { ScreenPlatform } from './platform.ts'

/** What will be here, and how to begin. */
export function EmptyList({ base, platforms }: { base: string; platforms: readonly ScreenPlatform[] }) {
  return (
    <div class="empty-list">
      <p>
        Here stand your rollouts: each is one deployment that you take through the checklist of a platform, with its
        answers, its progress and its verdict. Many live side by side.
      </p>
      <p>
        None is in this browser yet. Make one with “New rollout”, import the file of a colleague below, or open a
        checklist and tick: a first rollout is made by itself.
      </p>
      <p class="empty-links">
        {platforms.map(({ id, title }) => (
          <a key={id} href={`${base}${id}/checklist/`}>
            {title}
          </a>
        ))}
      </p>
    </div>
  )
}
