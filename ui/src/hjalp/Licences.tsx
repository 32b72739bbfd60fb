/** What the program is built of, with licences and their texts: lists that are made out of the lock files (assets/skript/licenser.mjs). */
import list from '../../../assets/licenser.json';
import texts from '../../../assets/licenstexter.json';

interface Part {
  namn: string;
  version: string;
  licens: string;
}

const GROUPS: { heading: string; parts: readonly Part[] }[] = [
  { heading: 'Databas, typsnitt och färgprofil', parts: list.tillgangar },
  { heading: 'Fönstrets sidor', parts: list.npm },
  { heading: 'Programmet', parts: list.rust },
];

export default function Licences() {
  return (
    <>
      <Parts />
      <Texts />
    </>
  );
}

function Parts() {
  return GROUPS.map(({ heading, parts }) => (
    <section key={heading}>
      <h3>{heading}</h3>
      <table className="licences">
        <thead>
          <tr>
            <th scope="col">Del</th>
            <th scope="col">Version</th>
            <th scope="col">Licens</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={`${part.namn} ${part.version}`}>
              <th scope="row">{part.namn}</th>
              <td>{part.version}</td>
              <td>{part.licens}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  ));
}

/** How many names a heading holds. */
const SHOWN = 3;

function named(names: readonly string[]) {
  return names.length > SHOWN + 1 ? `${names.slice(0, SHOWN).join(', ')} och ${names.length - SHOWN} till` : names.join(', ');
}

/** Every text that is to go with the program, each once. */
function Texts() {
  return (
    <section>
      <h3>Licenstexter</h3>
      <p>Texterna är upphovsmännens egna och står på det språk de är skrivna på.</p>
      {texts.texter.map(({ av, text }) => (
        <details key={text} className="licence-text">
          <summary>{named(av)}</summary>
          {av.length > SHOWN + 1 && <p>Gäller {av.join(', ')}.</p>}
          <pre lang="en">{text}</pre>
        </details>
      ))}
      <p>Utan egen text, under licensens standardtext: {texts.utan.join(', ')}.</p>
    </section>
  );
}
