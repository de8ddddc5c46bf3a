import type { MatterClaim, Mention } from './matters.ts';
import { denyingVoiceOf, isPlainer, type Voice, voiceOf } from './voices.ts';

/** One party, and where its word on one matter stands: a body that nine reports quote speaks once. */
export interface Speaker {
  /** What the party is known by across reports; `own` for outlets that speak for themselves. */
  readonly key: string;
  /** At most one a report, in the order of the reports. */
  readonly voices: readonly Voice[];
}

/** Gives the parties to some claims, in the order of the claims. */
export function speakersOf(
  claims: readonly MatterClaim[],
  mentions: ReadonlyMap<string, Mention>,
): readonly Speaker[] {
  const voicesOf = new Map<string, Map<string, Voice>>();
  for (const { mention: key, stance, claimant } of claims) {
    const mention = mentions.get(key);
    if (!mention) continue;
    const { reading, event } = mention;
    const voice = stance === 'denies' ? denyingVoiceOf(reading, event) : voiceOf(reading, event);
    const speaker = voice.own ? 'own' : claimant === 'own' ? (voice.by ?? 'unnamed') : claimant;
    const voices = voicesOf.get(speaker) ?? new Map<string, Voice>();
    const before = voices.get(reading.id);
    if (before === undefined || (stance === 'denies' && isPlainer(voice, before)))
      voices.set(reading.id, voice);
    voicesOf.set(speaker, voices);
  }
  return [...voicesOf].map(([key, voices]) => ({ key, voices: [...voices.values()] }));
}
