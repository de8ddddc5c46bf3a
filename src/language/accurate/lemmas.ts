/**
 * Gives the lemma of a form: `edit` is what the encoder chose ("cut add": cut so many characters off the end, then add
 * these). Proper nouns keep their capitals, all else is lower case. An edit that does not fit the form leaves it whole.
 */
export function lemmaOf(form: string, edit: string, isProper: boolean): string {
  const straight = form.replace(/[‘’]/gu, "'");
  const plain = isProper ? straight : straight.toLowerCase();
  const space = edit.indexOf(' ');
  const cut = Number(edit.slice(0, space));
  if (space < 1 || !Number.isInteger(cut) || cut > plain.length) return plain;
  return plain.slice(0, plain.length - cut) + edit.slice(space + 1) || plain;
}
