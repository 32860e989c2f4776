/** The domain of sign-off brings zod: it comes when the page is there. Once asked for, it is there offline too. */
export type Core = typeof import('../../core/signoff/index.ts')

let loading: Promise<Core> | undefined

export function loadCore(): Promise<Core> {
  loading ??= import('../../core/signoff/index.ts')
  loading.catch(() => {
    loading = undefined
  })
  return loading
}
