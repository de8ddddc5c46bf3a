import type { Doc } from '../document/doc.ts';
import type { EventType, Party } from '../document/event-layers.ts';
import { childrenBy, lemmaOf, type Tree } from '../language/tree.ts';
import { areOneSide } from './alike.ts';
import { innermost, isAsserted, partiesOf, sentencesBetween, type Told } from './told.ts';

/** How many sentences and how many events back a capture is still what is meant. */
const NEAR = 10;
const REACH = 40;

const RELEASING = new Set('free release freedom return let'.split(' '));
const HOLDING = new Set(
  'seize capture detain arrest hold jail imprison board impound abduct kidnap take intercept confiscate nab'.split(
    ' ',
  ),
);

/** Gives who holds what is asked back: "Lima boarded the trawler. Quito demanded that the crew be freed." None where nobody was said to. */
export function holderOf(
  { layers: { events, claims } }: Doc<'events' | 'claims'>,
  tree: Tree,
  one: Told,
): readonly Party[] {
  if (!isForRelease(tree, one)) return [];
  const source = innermost(one);
  const own = [...partiesOf(one, 'actor'), ...(source.kind === 'words' ? [source.party] : [])];
  for (const claim of claims.slice(Math.max(0, one.index - REACH), one.index).reverse()) {
    const event = events[claim.event];
    if (event === undefined || !TAKING.includes(event.type)) continue;
    const earlier: Told = { index: claim.event, event, claim };
    if (sentencesBetween(tree, earlier, one) > NEAR) return [];
    const [holder] = partiesOf(earlier, 'actor');
    const isOther = holder !== undefined && !own.some((party) => areOneSide(party, holder));
    if (isOther && isAsserted(earlier) && HOLDING.has(lemmaOf(tree, event.headToken))) return [holder];
  }
  return [];
}

const TAKING: readonly EventType[] = ['COERCE', 'ASSAULT', 'MOBILIZE', 'OTHER'];

/** Tells whether somebody or something is asked back: "demanded her release", "asked that the crew be let go". */
export function isForRelease(tree: Tree, { event }: Told): boolean {
  if (event.type !== 'REQUEST') return false;
  const asked = childrenBy(tree, event.headToken, 'obj', 'obl', 'xcomp', 'ccomp', 'advcl', 'nmod');
  return [...asked, ...asked.flatMap((word) => childrenBy(tree, word, 'acl'))].some((word) =>
    RELEASING.has(lemmaOf(tree, word)),
  );
}
