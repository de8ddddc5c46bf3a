import { Panel } from './panel.tsx';

const KEYS: readonly (readonly [string, string])[] = [
  ['j', 'next event'],
  ['k', 'event before'],
  ['o or Enter', 'on the board: open the report at these words; in a report: pin the card'],
  ['Shift + C', 'copy an attributed sentence about the event'],
  ['/', 'filter'],
  ['b', 'back to the board'],
  ['Esc', 'let go of the card, close the panel'],
  ['?', 'this list'],
];

/** The keys, and how to read the signs. */
export function Help({ close }: { close: () => void }) {
  return (
    <Panel title="Keys" close={close}>
      <table className="keys">
        <tbody>
          {KEYS.map(([key, does]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        Lines and fills tell how an account stands: <i>solid</i> asserted by a report itself, <i>dashed</i> on
        a party’s word, <i>hatched</i> contested or denied, <i>hollow and dotted</i> forecast, <i>wavy</i>{' '}
        said with reserve, <i>grey</i> background.
      </p>
      <p>
        Gainsay tells who said what. It never tells what is true. <b>Reading confidence</b> is how sure the
        machine is of having read the words rightly; how firmly a party spoke is told apart from it.
      </p>
    </Panel>
  );
}
