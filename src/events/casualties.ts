/** Lemmas of killing and dying. */
export const KILLED: ReadonlySet<string> = new Set(
  'kill die dead death shoot execute murder lynch massacre slay perish toll behead fatality'.split(' '),
);

/** Lemmas of wounding. */
export const WOUNDED: ReadonlySet<string> = new Set('wound injure hurt maim injury'.split(' '));
