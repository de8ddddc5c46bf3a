import type { Voice } from '../../src/views/voices.ts';
import { CERTAINTY_LABELS, TIMEFRAME_LABELS } from './labels.ts';
import { Link } from './link.tsx';
import { reportHref } from './place.ts';

/** One party's word: who, by which exact words of which report, and how firmly. Leads to the words themselves. */
export function VoiceLine({ voice, quote = false }: { voice: Voice; quote?: boolean }) {
  return (
    <Link className="voice" href={reportHref(voice.report, voice.event)}>
      <Who voice={voice} />
      {voice.certainty !== 'certain' && (
        <span className="firmness"> {CERTAINTY_LABELS[voice.certainty]}</span>
      )}
      {voice.timeframe === 'hypothetical' && (
        <span className="firmness"> {TIMEFRAME_LABELS.hypothetical}</span>
      )}
      <span className="where-said">{voice.outlet ?? 'outlet not named'}</span>
      {quote && <Quote voice={voice} />}
    </Link>
  );
}

function Who({ voice }: { voice: Voice }) {
  if (voice.own) return <span className="party own">in its own voice</span>;
  return (
    <>
      <span className={voice.by === null ? 'party nobody' : 'party'}>{voice.by ?? 'nobody named'}</span>
      {voice.via.length > 0 && <span className="via"> through {voice.via.join(', ')}</span>}
      {voice.cue !== null && <span className="cue"> “{voice.cue}”</span>}
    </>
  );
}

// Words that stand in quotation marks keep them; a paraphrase by the outlet is set without.
function Quote({ voice }: { voice: Voice }) {
  return <q className={voice.direct ? 'quote direct' : 'quote'}>{bare(voice.words)}</q>;
}

function bare(words: string): string {
  let [start, end] = [0, words.length];
  while (start < end && '“”" \n'.includes(words.charAt(start))) start++;
  while (end > start && '“”" \n'.includes(words.charAt(end - 1))) end--;
  return words.slice(start, end);
}
