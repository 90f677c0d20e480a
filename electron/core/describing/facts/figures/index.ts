/** Numbers a case claims, and the formulas it names: indicators (指标), formulas (提法). */
import type { Extractor, FactContext, FoundFact } from '../fact.ts'
import { sentenceAt, sentencesOf } from '../sentence.ts'
import { indicatorsIn } from './indicators.ts'
import { plainText } from './plain.ts'

/** Made once for a process. */
export const createFigures =
  ({ gazetteer }: FactContext): Extractor =>
  ({ body, paragraphs, date }) => {
    const plain = plainText(body)
    const sentences = sentencesOf(body, paragraphs)
    return indicatorsIn({ body, plain, date, gazetteer }).map(({ start, end, of }): FoundFact => ({ kind: 'indicator', of, start, end, sentence: sentenceAt(sentences, start), basis: 'stated' }))
  }
