import { withoutDeterminer } from './bodies.ts';

// People who speak without a name: what they are does not make them the body that they belong to.
const PEOPLE = new Set(
  (
    'official officials officer officers diplomat diplomats envoy envoys source sources member members colleague colleagues aide aides ' +
    'adviser advisers advisor advisors lawmaker lawmakers negotiator negotiators delegate delegates insider insiders politician ' +
    'politicians employee employees staffer staffers technician technicians person persons somebody someone'
  ).split(' '),
);

const INDEFINITE = /^(?:an?|one|two|three|four|five|six|several|some|many|few|other|another|\d{1,3})\s/iu;

/**
 * Tells whether words speak of people whom nobody names: "a Western diplomat", "two members of the delegation", "Kenyan officials".
 * "The officer" and "Peru's envoy" take up one that is known, and "an army spokesman" speaks for the army.
 */
export function isUnnamedPerson(words: string): boolean {
  const head = headOf(withoutDeterminer(words));
  if (!PEOPLE.has(head)) return false;
  return (
    INDEFINITE.test(words.trim()) ||
    (head.endsWith('s') && !/^(?:the|its|their|his|her)\s|['’]s?\s/iu.test(words))
  );
}

/** Gives the last word before what the people are of, in or from ("members of the crew": "members"), in lower case. */
function headOf(words: string): string {
  const core =
    words.split(/\s(?:of|in|at|from|to|with|on|for|who|which|that|by|near|close|familiar)\s|[,;:(]/iu)[0] ??
    '';
  return core.trim().split(/\s+/u).at(-1)?.toLowerCase() ?? '';
}
