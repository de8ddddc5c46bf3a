import type { Party } from '../document/event-layers.ts';
import type { Why } from '../document/why.ts';
import { lemmaOf, type Tree } from '../language/tree.ts';
import { areOneSide } from './alike.ts';
import type { Pair } from './opposed.ts';
import { innermost, type Told } from './told.ts';

/** Verbs that threaten their subject: "Quito will pay dearly", "you will regret it". */
const PAYING = new Set('pay regret rue suffer bleed perish weep'.split(' '));

/** Who threatens whom, where the one who is threatened is the subject. */
export interface Threat {
  readonly actor: Party;
  readonly recipients: readonly Party[];
  readonly why: Why;
}

/** Gives who threatens by saying that another will pay for it; null where nobody is named who says so. */
export function threatOf(
  tree: Tree,
  one: Told,
  subjects: readonly Party[],
  pair: Pair | null,
): Threat | null {
  const source = innermost(one);
  const isPaying = one.event.type === 'THREATEN' && PAYING.has(lemmaOf(tree, one.event.headToken));
  if (!isPaying || source.kind !== 'words' || subjects.length === 0) return null;
  const { party } = source;
  const { country } = party;
  // "You will regret it" is said to the other of two states at odds; "the regime" of whom one speaks so is not one's own.
  const other = country !== null && pair?.includes(country) ? pair.find((one) => one !== country) : undefined;
  const recipients = subjects.map((subject) =>
    other !== undefined && (subject.country === null || subject.country === country)
      ? { ...subject, country: other }
      : subject,
  );
  if (recipients.some((recipient) => recipient.country !== null && areOneSide(recipient, party))) return null;
  const spans = [{ start: party.start, end: party.end }];
  return { actor: party, recipients, why: { rule: 'claims/threat', spans, confidence: 0.55 } };
}
