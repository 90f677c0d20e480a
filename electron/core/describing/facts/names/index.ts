/** Who and what a case names: brands, platforms, mechanisms, honours, people, quotes, documents, places, problems, leads, spread. */
import type { Extractor, FactContext } from '../fact.ts'

export const createNames =
  (_context: FactContext): Extractor =>
  () => []
