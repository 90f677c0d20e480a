/** Everything a test may want to look at afterwards: `globalThis.__standin` in evaluate(). */
export const journal = {
  openedExternal: [] as string[],
  shownInFolder: [] as string[],
  dialogs: [] as { readonly kind: string; readonly options: unknown }[],
  requests: [] as { readonly url: string; readonly verdict: 'app' | 'cancelled' | 'passed' }[],
  blockedNavigations: [] as string[],
  windows: [] as string[],
  downloads: [] as { readonly url: string; readonly prevented: boolean }[],
  preloadErrors: [] as string[],
  switches: [] as string[],
  schemes: {} as Record<string, unknown>,
  notes: [] as string[],
}
export type Journal = typeof journal
