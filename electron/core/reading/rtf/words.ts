/** The control words of RTF that this reader knows. */

/** Groups whose words are no part of what a person reads. */
export const SKIPPED = new Set('colortbl listtable listoverridetable rsidtbl generator filetbl revtbl themedata colorschememapping datastore xmlnstbl latentstyles mmathPr pgdsctbl userprops wgrffmtfilter blipuid picprop nonshppict shprslt objdata objclass objname bkmkstart bkmkend bkmkcolf bkmkcoll pntxta pntxtb pnseclvl ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn annotation atnid atnauthor atnref atndate atntime atnicn xe tc tcn rxe txe nonesttables panose falt fontemb fontfile passwordhash protusertbl mmathPict xform operator manager company doccomm comment hlinkbase revtim printim buptim private template nextfile'.split(' '))
/** Groups marked as new (\*) that are read all the same; every other one so marked is skipped. */
export const KNOWN_NEW = new Set('fldinst shppict shpinst nesttableprops ud do moMath moMathPara listtext footnote shptxt dptxbxtext pict'.split(' '))
export const HEADS = new Set('header headerl headerr headerf footer footerl footerr footerf'.split(' '))
export const CHARACTERS: Readonly<Record<string, string>> = { tab: '\t', emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•', emspace: '\u2003', enspace: '\u2002', qmspace: '\u2005', zwnj: '', zwj: '' }
