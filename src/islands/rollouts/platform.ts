import type { Checklist } from '../../core/index.ts'

/** A platform of this site, as the page hands it to its screen. */
export interface ScreenPlatform {
  id: string
  title: string
  /** What may differ between rollouts of it. */
  traits: Checklist['traits']
}
