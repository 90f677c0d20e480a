/** The version of the rules, kept with every document; a test fails when they make something else of our texts and it has not been raised. Texts read under a lower one can be cleaned again. */
export const CLEANER = 4
