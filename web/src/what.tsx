/** Who did what to whom, in the words of the report. */
export function What(props: { actor: readonly string[]; trigger: string; recipient: readonly string[] }) {
  const { actor, trigger, recipient } = props;
  return (
    <>
      {actor.length > 0 && <b className="who">{actor.join(', ')} </b>}
      <i className="did">{trigger}</i>
      {recipient.length > 0 && (
        <>
          <span className="arrow"> → </span>
          <b className="who">{recipient.join(', ')}</b>
        </>
      )}
    </>
  );
}
