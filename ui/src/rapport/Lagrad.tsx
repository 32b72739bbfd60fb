/** A stored report's data and files, and the acts that remain. */
import type { Rapportlagesbild } from '../api/generated';
import { Button } from '../shared/Button';
import type { Act } from './dialoger';

const ROLL = { forslag: 'Förslag till nämnden', faststalld: 'Fastställd' } as const;
const FORMAT = { pdf: 'PDF', xlsx: 'Excel' } as const;

interface Props {
  lage: Rapportlagesbild;
  onAct: (act: Act) => void;
  onExtract: (id: string) => void;
}

export function Lagrad({ lage, onAct, onExtract }: Props) {
  const post = lage.lagrad;
  if (!post) return null;
  const facts: [string, string][] = [
    ['Läge', post.lage],
    ['Version', String(post.version)],
    ['Diarienummer', post.dnr],
    ['Skäl', post.skal],
    ['Kontrollsumma', post.log_head],
  ];
  return (
    <section className="rapport-lagrad" aria-labelledby="rapport-lagrad">
      <header className="rapport-kolumnhuvud">
        <h2 id="rapport-lagrad">Rapporten som den sparades</h2>
        <p className="quiet">Det som visas är den sparade rapporten. Ändringar i planen påverkar den inte.</p>
      </header>
      <dl>
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <h3>Filer i arkivet</h3>
      <ul>
        {post.filer.map((fil) => (
          <li key={`${fil.roll} ${fil.format}`}>
            <span>{fil.filnamn}</span>
            <small className="quiet">
              {ROLL[fil.roll]}, {FORMAT[fil.format]}
            </small>
          </li>
        ))}
      </ul>
      <div className="rapport-lagrad-handlingar">
        <Button onPress={() => onExtract(post.id)}>Ta ut filerna …</Button>
        {lage.kan.lasa_upp && <Button onPress={() => onAct('lasa_upp')}>Lås upp …</Button>}
        {lage.kan.upphava && <Button onPress={() => onAct('upphava')}>Upphäv beslutet …</Button>}
      </div>
    </section>
  );
}
