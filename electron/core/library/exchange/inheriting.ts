/** What people decided about an entry goes along when it is merged into another that tells the same: where the words stand there, under the same names and dates. */
import { carrier } from '../anchoring.ts'
import type { Signed } from '../judgements.ts'
import type { LabelledPassage } from '../repositories/labels.ts'
import type { StoredEntry } from '../repositories/entry-rows.ts'
import type { Shelf } from '../shelf.ts'
import type { Passage } from '../showing.ts'
import { isAbout } from './weighing.ts'
import type { Words } from './words.ts'

/** What `to` has to take over of what lies with `from`, which keeps its own. Of one person's words on one thing the newer counts. */
export function inherited({ reads, rules, clock }: Shelf, from: StoredEntry, to: StoredEntry): Words {
  const carry = carrier(from.state.body, to.state.body)
  const { aliasOf } = rules()
  const own = { decisions: reads.practices.decisions(to.seq), passages: reads.practices.passages(to.seq), facts: reads.facts.decisions(to.seq), labels: reads.labels.ofEntry(to.seq) }
  return {
    decisions: reads.practices.decisions(from.seq).flatMap((after) => newer(own.decisions.find((one) => aliasOf(one.practice) === aliasOf(after.practice) && samePerson(one, after)), after)),
    passages: reads.practices.passages(from.seq).flatMap((one) => {
      const after: Passage = { ...carry(one), id: clock.id() }
      return own.passages.some((other) => other.practice === after.practice && samePassage(other, after)) ? [] : [{ before: null, after }]
    }),
    facts: reads.facts.decisions(from.seq).flatMap((one) => {
      const after = { ...carry(one), id: clock.id() }
      return newer(own.facts.find((other) => samePerson(other, after) && isAbout(other, after)), after)
    }),
    labels: reads.labels.ofEntry(from.seq).flatMap((one) => {
      const after: LabelledPassage = { ...carry(one), id: clock.id() }
      return own.labels.some((other) => other.label === after.label && samePassage(other, after)) ? [] : [{ before: null, after }]
    }),
  }
}

const samePerson = (a: Signed, b: Signed): boolean => a.by === b.by && a.came === b.came

const samePassage = (a: Passage | LabelledPassage, b: Passage | LabelledPassage): boolean =>
  samePerson(a, b) && a.lost === b.lost && a.quote === b.quote && (a.lost || (a.span.start === b.span.start && a.span.end === b.span.end))

const newer = <T extends Signed>(before: T | undefined, after: T): { readonly before: T | null; readonly after: T }[] => (before !== undefined && before.at >= after.at ? [] : [{ before: before ?? null, after }])
