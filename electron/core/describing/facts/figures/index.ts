/** Numbers a case claims, and the formulas it names: indicators (指标), formulas (提法), and what it says of costs and shortcomings (局限与成本). */
import type { Extractor, FactContext, FoundFact } from '../fact.ts'
import { sentenceAt, sentencesOf } from '../sentence.ts'
import { formulasIn } from './formulas.ts'
import { indicatorsIn } from './indicators.ts'
import { limitsIn } from './limits.ts'
import { plainText } from './plain.ts'

/** Made once for a process. */
export const createFigures =
  ({ gazetteer }: FactContext): Extractor =>
  ({ title, body, paragraphs, date }) => {
    const plain = plainText(body)
    const sentences = sentencesOf(body, paragraphs)
    const numbers = indicatorsIn({ body, plain, date, gazetteer }).map(({ start, end, of }): FoundFact => ({ kind: 'indicator', of, start, end, sentence: sentenceAt(sentences, start), basis: 'stated' }))
    const formulas = formulasIn(title, body, plain, paragraphs).map(({ start, end, of, fromTitle }): FoundFact => ({ kind: 'formula', of, start, end, sentence: end > start ? sentenceAt(sentences, start) : { start, end }, basis: fromTitle ? 'inferred' : 'stated' }))
    const limits = limitsIn(plain).map(({ start, end }): FoundFact => ({ kind: 'limit', of: { name: body.slice(start, end).replace(/\s+/gu, ' ') }, start, end, sentence: sentenceAt(sentences, start), basis: 'stated' }))
    return [...numbers, ...formulas, ...limits]
  }
