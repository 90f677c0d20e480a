export const practices = {
  practice: {
    strength: { primary: 'main', secondary: 'minor', mention: 'only mentioned' },
    state: { draft: 'to be checked', confirmed: 'confirmed', rejected: 'rejected' },
    said: ' ({{said}})',
    comma: ', ',
  },
}
