/** What the program is built of, with licences: the list that is made out of the lock files (assets/skript/licenser.mjs). */
import list from '../../../assets/licenser.json';

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
