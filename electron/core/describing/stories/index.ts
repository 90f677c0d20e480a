/** The door: which texts tell the same story (同源), reposted under another title, shortened, in 繁体, or broken into other lines. */
export { fingerprint } from './fingerprint.ts'
export { likeness, tellsTheSame, type Likeness } from './likeness.ts'
