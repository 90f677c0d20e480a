/** A file as the review shows it: every stretch of its text with the entry and the notice that tell of it. */
import type { EntryId, Notice } from '../../contract/entry.ts'
import type { Account, ImportedEntry, ReviewAccount, ReviewRule } from '../../contract/importing.ts'
import type { ReadOptions } from '../../contract/reviewing.ts'
import { RULES } from '../cleaning/index.ts'

/** What is known of the article with this ordinal; `id` is null before it is stored. */
export interface Reviewed {
  readonly id: EntryId | null
  readonly notices: readonly Notice[]
}

export function reviewAccounts(accounts: readonly Account[], articles: ReadonlyMap<number, Reviewed>): ReviewAccount[] {
  const byRule = new Map([...articles].map(([ordinal, { notices }]) => [ordinal, Map.groupBy(notices, ({ rule }) => rule)]))
  return accounts.map((account) => {
    const { start, end, fate, rule, ordinal } = account
    const article = ordinal === null ? undefined : articles.get(ordinal)
    const told = fate === 'kept' || rule === null || ordinal === null ? undefined : byRule.get(ordinal)?.get(rule)?.find(({ raw }) => raw !== null && raw.start < end && start < raw.end)
    return { ...account, entry: article?.id ?? null, notice: told?.id ?? null, applied: told?.applied ?? true }
  })
}

export function countsOf(notices: readonly Notice[]): ImportedEntry['counts'] {
  const count = (action: Notice['action']): number => notices.filter((notice) => notice.action === action).length
  return { moved: count('moved'), dropped: count('dropped'), repaired: count('repaired'), flagged: count('flagged') }
}

/** In the order in which they run. Only what a person can switch off. */
export function reviewRules(articles: Iterable<Reviewed>, { off }: ReadOptions): ReviewRule[] {
  const counts = new Map<string, number>()
  for (const { notices } of articles) for (const { rule } of notices) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return RULES.flatMap((id) => (counts.has(id) || off.includes(id) ? [{ id, count: counts.get(id) ?? 0, on: !off.includes(id) }] : []))
}
