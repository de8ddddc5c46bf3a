import { withoutTitles } from './bodies.ts';

const ROLES =
  /\b(?:spokes(?:man|woman|person)|speaks for|speaking for|head|chief|leader|commander|minister|governor|mayor|official|officer|director|member|deputy|president|representative|adviser|advisor|secretary|envoy|ambassador|prosecutor|coordinator|farmer|resident|witness|survivor|teacher|doctor|seller|driver|shopkeeper|nurse|engineer|analyst|expert|researcher|of the|heads|leads|runs|chairs)\b/iu;
// Fifty mentions of one name are plenty; more would make a list of names costly.
const MAX_MENTIONS = 50;
const WINDOW = 110;

/**
 * Gives what the text says of a person beside the name: "Ilan Rovic, the group's spokesman, said" gives "the group's spokesman".
 * Null when no mention of the name carries a role. Offsets are those of the role's words.
 */
export function affiliationOf(
  name: string,
  text: string,
): { readonly text: string; readonly start: number } | null {
  const bare = withoutTitles(name);
  if (bare.length < 3) return null;
  const whole = wholeName(bare, text);
  return (whole === null ? null : roleOf(whole, text)) ?? roleOf(bare, text);
}

/** Gives the full name that a surname takes up ("Djibrine": "Abakar Djibrine"); null where the text has none. */
function wholeName(surname: string, text: string): string | null {
  if (/\s/u.test(surname)) return null;
  for (let at = text.indexOf(surname); at >= 0; at = text.indexOf(surname, at + surname.length)) {
    const before = /\p{Lu}[\p{L}’'-]{1,20}\s(?:\p{Lu}[\p{L}.’'-]{0,20}\s){0,2}$/u.exec(
      text.slice(Math.max(0, at - 60), at),
    )?.[0];
    if (before !== undefined) return before + surname;
  }
  return null;
}

function roleOf(bare: string, text: string): { readonly text: string; readonly start: number } | null {
  let count = 0;
  for (
    let at = text.indexOf(bare);
    at >= 0 && count < MAX_MENTIONS;
    at = text.indexOf(bare, at + bare.length)
  ) {
    count++;
    const found = afterName(text, at + bare.length) ?? beforeName(text, at);
    if (found !== null) return found;
  }
  return null;
}

// "Ma Tin, 34, a bus driver whose leg was burned" and "Ko Min of the Lake People's Guard, or LPG."
function afterName(text: string, from: number): { text: string; start: number } | null {
  const tail = text.slice(from, from + WINDOW);
  const apposition = /^,\s(?:\d{1,2},\s)?((?:who\s)?[^,.;:\n“”"]{3,100})/u.exec(tail);
  if (apposition?.[1] !== undefined && (ROLES.test(apposition[1]) || /^,\s\d{1,2},/.test(tail))) {
    return { text: apposition[1], start: from + tail.indexOf(apposition[1]) };
  }
  const of = /^\s(?:of|from|for)\s((?:the\s)?[^,.;:\n“”"]{3,80})/u.exec(tail);
  return of?.[1] === undefined ? null : { text: of[1], start: from + tail.indexOf(of[1]) };
}

// "its spokesman Ilan Rovic", "The mayor of Dravik, Anna Sorel,", "Kremlin spokesman X".
function beforeName(text: string, at: number): { text: string; start: number } | null {
  // "Its director, Dr Hana Weiss": a title before the name is no role.
  const head = text
    .slice(Math.max(0, at - WINDOW), at)
    .replace(/\b(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir)\.?\s$/u, '');
  const phrase =
    /(?:^|[.!?;:\n“”"]\s?|\b(?:but|and|as|that|while|according to),?\s|,\s)([^,.;:\n“”"]{3,90}?),?\s$/u.exec(
      head,
    )?.[1];
  if (phrase === undefined || !ROLES.test(phrase) || !isRole(phrase)) return null;
  const trimmed = phrase.trim().replace(/^according to\s/iu, '');
  return { text: trimmed, start: Math.max(0, at - WINDOW) + head.lastIndexOf(trimmed) };
}

// Chosen by hand: "the deputy head of the provincial health department" has eight words.
const MAX_ROLE_WORDS = 10;
const CLAUSE =
  /\d|\b(?:who|which|that|when|where|while|is|are|was|were|be|been|has|have|had|will|would|did|does|do|can|could|may|might|must|not|says?|said|told)\b|\b\p{Ll}{2,}ed\s(?:over|into|to|at|by|in|on|up|down|off|the|an?|its|their|his|her|from|with|against|across|through)\b/iu;

/**
 * Tells whether words before a name are a role and no clause: not "15 members of the guard marched over the pass east of" before a
 * town. What the name follows at once ends with the role, or with what it is a role in before a comma.
 */
function isRole(phrase: string): boolean {
  return (
    phrase.split(/\s+/u).length <= MAX_ROLE_WORDS &&
    !CLAUSE.test(phrase) &&
    !/\s(?:of|in|at|from|near|to|for)$/iu.test(phrase)
  );
}
