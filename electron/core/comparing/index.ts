/** The door of this room. */
export { cellOf, voicesOf } from './cell.ts'
export { comparedTag, type ComparedEntry, type ComparedTag } from './entry.ts'
export { matrixOf, type ComparedColumn } from './matrix.ts'
export { choosePlaces, knownPlaces, placeNamed, type FoundPlace, type KnownPlace, type PlaceCount, type Resolved } from './places.ts'
export { distinct, levelOf, placeLabels, spoken, unitId, upTo } from './units.ts'
export type { Voice } from './voice.ts'
