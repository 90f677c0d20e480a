/** Settings (设置) that travel with the library; where the library lies is the host's own setting. */
import { z } from 'zod'
import { method } from './method.ts'
import { FACETS, FacetName } from './searching.ts'

export const Settings = z.strictObject({
  language: z.enum(['zh-CN', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  zoom: z.union([z.literal(100), z.literal(125), z.literal(150)]),
  readingFont: z.enum(['sans', 'serif']),
  density: z.enum(['comfortable', 'compact']),
  /** The person has read that only unclassified material may be handled. */
  noticeAccepted: z.boolean(),
  /** Bundled summaries stand in lists, facets, boards and practice pages; false hides all of them. */
  showBundled: z.boolean(),
  /** Facets of which only the head is shown. */
  foldedFacets: z.array(FacetName).max(FACETS.length),
})
export type Settings = z.infer<typeof Settings>
export const DEFAULT_SETTINGS: Settings = { language: 'zh-CN', theme: 'system', zoom: 100, readingFont: 'sans', density: 'comfortable', noticeAccepted: false, showBundled: true, foldedFacets: ['review', 'rights'] }

export const settingsMethods = {
  'settings.get': method(z.strictObject({}), Settings),
  'settings.set': method(Settings.partial(), Settings),
} as const
export const settingsEvents = { 'settings.changed': Settings } as const
