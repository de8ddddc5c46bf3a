import type { Speaker } from '../../../src/views/speakers.ts';
import { Link } from '../link.tsx';
import { reportHref } from '../place.ts';
import { VoiceLine } from '../voice-line.tsx';

const OUTLETS_SHOWN = 3;

/** One party: its word as the first report gives it, and the other reports that carry it. */
export function SpeakerItem({ speaker, quote }: { speaker: Speaker; quote: boolean }) {
  const [first, ...others] = speaker.voices;
  if (first === undefined) return null;
  const more = others.length - OUTLETS_SHOWN;
  return (
    <li>
      <VoiceLine voice={first} quote={quote} />
      {others.length > 0 && (
        <p className="also">
          also in{' '}
          {others.slice(0, OUTLETS_SHOWN).map((voice, i) => (
            <span key={voice.report}>
              {i > 0 && ', '}
              <Link href={reportHref(voice.report, voice.event)}>{voice.outlet ?? voice.report}</Link>
            </span>
          ))}
          {more > 0 && ` and ${more} more`}
        </p>
      )}
    </li>
  );
}
