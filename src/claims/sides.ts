import type { Party } from '../document/event-layers.ts';
import type { Opposed, Pair } from './opposed.ts';

/** Words for one of each of two sides, or for all of them: "both governments", "the two generals", "all sides". */
const SEVERAL =
  /^(?:both(?: of them)?|all (?:sides|parties)|each (?:camp|side)|(?:both|(?:the )?two|each)(?: of the)?(?: \p{L}+){0,2} ?(?:sides?|camps?|governments?|countries|country|parties|armies|neighbou?rs|states|capitals|militaries|leaders|presidents|vice-presidents|premiers|ministers|ambassadors|counterparts|generals|commanders|chiefs of staff|delegations|negotiators|foes|rivals))$/iu;

/** Gives a party that stands for several, one for each of the two states that the report sets against each other, or of the one that it is about; else the party alone. */
export function sidesOf(text: string, party: Party, { acting, hostile, home }: Opposed): readonly Party[] {
  const words = text.slice(Math.max(0, party.start - 5), party.end);
  const isSeveral =
    SEVERAL.test(party.text) ||
    /\b(?:both|two|each) (?:sides?|governments?|countries|country|parties|armies|neighbou?rs|states)$/iu.test(
      words,
    );
  if (!isSeveral) return [party];
  // Whoever is at odds with another state of the report is meant, not whichever two it names most.
  const isOpen = party.country === null || (hostile !== null && !hostile.includes(party.country));
  if (!isOpen) return [party];
  const pair = hostile ?? (home === null ? acting : null);
  return pair === null
    ? [{ ...party, country: party.country ?? home }]
    : pair.map((country) => ({ ...party, country }));
}

/** "its bigger neighbour"; "its Togolese neighbour" says whose it is. */
const OTHER =
  /^(?:[Ii]ts|[Tt]heir|[Oo]ur|[Hh]is|[Hh]er|[Tt]he)\s(?:\p{Ll}+\s)?(?:neighbou?rs?|rivals?|enem(?:y|ies)|foes?|adversar(?:y|ies)|counterparts?)$/u;

const COUNTERPART = /^(?:its|their|our|his|her) (?:\p{L}+ )?counterparts?$/iu;

/** "Lima accused its neighbour", "the enemy's guns": of two states at odds, whoever is called so is the other one. */
export function asOther(party: Party, own: string | null, pair: Pair | null): Party {
  const isOpen = party.country === null || party.country === own;
  // "met his counterpart": of whichever state, it is another one.
  if (own !== null && party.country === own && COUNTERPART.test(party.text) && !pair?.includes(own))
    return { ...party, country: null };
  if (own === null || pair === null || !pair.includes(own) || !isOpen || !OTHER.test(party.text))
    return party;
  return { ...party, country: pair.find((country) => country !== own) ?? null };
}

/** Gives the parties without those that stand there twice for the same state. */
export function distinct(parties: readonly Party[]): readonly Party[] {
  return [
    ...new Map(parties.map((party) => [`${party.start} ${party.end} ${party.country}`, party])).values(),
  ];
}
