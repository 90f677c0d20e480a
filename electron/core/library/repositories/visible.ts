/** Entries that boards and practice pages show: of the bundled summaries none while a person hides them. For statements that read the table `entry`. */
export const VISIBLE = "(origin <> 'bundled' OR NOT EXISTS (SELECT 1 FROM setting WHERE name = 'showBundled' AND value = 'false'))"
