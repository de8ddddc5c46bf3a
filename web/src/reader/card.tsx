import type { ReactNode } from 'react';
import type { Across, EventCard, Rule } from '../../../src/views/event-card.ts';
import type { Voice } from '../../../src/views/voices.ts';
import { useCopy } from '../copying.tsx';
import {
  CERTAINTY_LABELS,
  counted,
  days,
  KIND_LABELS,
  POLARITY_LABELS,
  TIMEFRAME_LABELS,
  TYPE_LABELS,
} from '../labels.ts';
import { Link } from '../link.tsx';
import { Swatch } from '../swatch.tsx';
import { VoiceLine } from '../voice-line.tsx';
import { What } from '../what.tsx';

interface CardProps {
  readonly card: EventCard | null;
  readonly cards: ReadonlyMap<string, EventCard>;
  readonly pinned: boolean;
  readonly pin: (event: string | null) => void;
}

/** Everything that is known of one event: who says it and by which words, how firmly, who denies it, and why so read. */
export function Card({ card, cards, pinned, pin }: CardProps) {
  return (
    <aside
      id="card"
      className={card ? 'card' : 'card card-empty'}
      aria-label="The event looked at"
      aria-live="polite"
    >
      {card === null ? (
        <p className="hint">
          Look at any marked words, or press <kbd>j</kbd>, to see who says so, how firmly, who denies it, and
          the rule by which it was read.
        </p>
      ) : (
        <Filled card={card} cards={cards} pinned={pinned} pin={pin} />
      )}
    </aside>
  );
}

function Filled({ card, cards, pinned, pin }: CardProps & { card: EventCard }) {
  const copy = useCopy();
  return (
    <>
      <header>
        <p className="kind">
          <Swatch kind={card.kind} contested={card.contested} /> {KIND_LABELS[card.kind].name}
          {card.contested && ', contested'}
          <span className="type">
            {TYPE_LABELS[card.type]}
            {card.mode && `, ${card.mode}`}
          </span>
        </p>
        <button type="button" aria-pressed={pinned} onClick={() => pin(pinned ? null : card.id)}>
          {pinned ? 'Let go' : 'Pin'}
        </button>
      </header>
      <h2>
        <What {...card} />
      </h2>
      <Account card={card} />
      <Denials card={card} />
      <Elsewhere across={card.across} />
      <Relatives card={card} cards={cards} pin={pin} />
      <figure className="sentence">
        <blockquote>{card.sentence}</blockquote>
        <figcaption>
          <button type="button" onClick={() => copy(card.sentence, card.voice.publishedAt)}>
            Copy <kbd>Shift C</kbd>
          </button>
        </figcaption>
      </figure>
      <Rules rules={card.rules} confidence={card.confidence} />
    </>
  );
}

function Account({ card }: { card: EventCard }) {
  const { voice, time } = card;
  const when =
    time && [days(time.from, time.to), time.text && `“${time.text}”`].filter((part) => part).join(', ');
  return (
    <dl className="account">
      <Fact name="Who says it">
        {voice.own ? (
          `${voice.outlet ?? 'The report'}, in its own voice`
        ) : (
          <b className="lit-source">{voice.by ?? 'Nobody named'}</b>
        )}
        {voice.via.length > 0 && `, through ${voice.via.join(', ')}`}
      </Fact>
      {voice.cue !== null && (
        <Fact name="By the words">
          <span className="cue lit-cue">“{voice.cue}”</span>
        </Fact>
      )}
      <Fact name="Says">{POLARITY_LABELS[card.kind === 'denied' ? 'negative' : card.polarity]}</Fact>
      <Fact name="How firmly">{CERTAINTY_LABELS[card.certainty]}</Fact>
      <Fact name="Time">
        {TIMEFRAME_LABELS[card.timeframe]}
        {when && `; ${when}`}
      </Fact>
      {card.place !== null && <Fact name="Place">{card.place}</Fact>}
      {card.quantities.length > 0 && (
        <Fact name="Figures">{card.quantities.map(({ text, of }) => `${text} (${of})`).join(', ')}</Fact>
      )}
      <Fact name="Proof named">{card.evidence.length > 0 ? card.evidence.join(', ') : <i>none</i>}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Denials({ card }: { card: EventCard }) {
  if (card.deniedBy.length === 0) return null;
  return (
    <section className="denials">
      <h3>
        <Swatch kind="denied" /> Denied by
      </h3>
      <ul>
        {card.deniedBy.map((voice) => (
          <li key={voice.event}>
            <VoiceLine voice={voice} quote />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Elsewhere({ across }: { across: Across | null }) {
  if (across === null) return null;
  const { says, denies, reports, origins } = across;
  return (
    <section className="elsewhere">
      <h3>In other reports</h3>
      <p>
        {counted(reports, 'report')} with this one
        {origins !== null && (
          <>
            , <b>{counted(origins, 'origin')}</b>
          </>
        )}
        . <Link href={`/?row=${encodeURIComponent(across.row)}`}>On the board</Link>
      </p>
      {says.length > 0 && <VoiceList title="Said by" voices={says} />}
      {denies.length > 0 && <VoiceList title="Denied by" voices={denies} quote />}
    </section>
  );
}

function VoiceList({
  title,
  voices,
  quote = false,
}: {
  title: string;
  voices: readonly Voice[];
  quote?: boolean;
}) {
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {voices.map((voice) => (
          <li key={`${voice.report}/${voice.event}`}>
            <VoiceLine voice={voice} quote={quote} />
          </li>
        ))}
      </ul>
    </>
  );
}

const RELATION_LABELS: Readonly<Record<string, readonly [string, string]>> = {
  denies: ['denies', 'denied by'],
  contradicts: ['contradicts', 'contradicted by'],
  confirms: ['confirms', 'confirmed by'],
  'same-as': ['the same as', 'the same as'],
  'responds-to': ['responds to', 'answered by'],
  'alternative-to': ['rival account to', 'rival account'],
  predicts: ['predicts', 'predicted by'],
  'part-of': ['part of', 'has part'],
  corrects: ['corrects', 'corrected by'],
};

function Relatives({ card, cards, pin }: Pick<CardProps, 'cards' | 'pin'> & { card: EventCard }) {
  if (card.relatives.length === 0) return null;
  return (
    <ul className="relatives">
      {card.relatives.map(({ relation, event, direction, words }) => {
        const [from, to] = RELATION_LABELS[relation] ?? [relation, relation];
        const other = cards.get(event);
        return (
          <li key={`${relation} ${direction} ${event}`}>
            <span className="relation">{direction === 'from' ? from : to}</span>
            <button type="button" onClick={() => pin(event)} title={words}>
              {other ? <What {...other} /> : words}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Rules({ rules, confidence }: { rules: readonly Rule[]; confidence: number }) {
  return (
    <section className="rules">
      <h3>How it was read</h3>
      <table>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.field}>
              <th scope="row">{rule.field}</th>
              <td>
                <code>{rule.rule}</code>
              </td>
              <td className="confidence">{rule.confidence.toFixed(2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="reading-confidence">
        <meter min={0} max={1} value={confidence} aria-label="Reading confidence" /> Reading confidence{' '}
        <b>{confidence.toFixed(2)}</b>: how sure the machine is of its reading, not how true this is.
      </p>
    </section>
  );
}
