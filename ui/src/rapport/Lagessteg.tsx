/** Where the report stands: three steps, and beside them which version is looked at and what it is compared with. */
import type { Rapportlagesbild } from '../api/generated';
import { SelectField } from '../shared/Field';
import type { Version } from './useRapport';

const DRAFT = 'utkast';

interface Props {
  lage: Rapportlagesbild;
  onVersion: (version: Version) => void;
}

export function Lagessteg({ lage, onVersion }: Props) {
  const shown = lage.versioner.find((v) => v.visas);
  return (
    <>
      <ol className="rapport-steg" aria-label="Rapportens läge">
        {lage.steg.map((steg) => (
          <li key={steg.ord} aria-current={steg.nu ? 'step' : undefined} data-done={steg.gjort || undefined}>
            <span className="rapport-steg-ord">{steg.ord}</span>
            {steg.detalj && <span className="quiet"> {steg.detalj}</span>}
            {steg.gjort && <span className="hidden"> (klart)</span>}
          </li>
        ))}
      </ol>
      <div className="rapport-jamfors">
        <p className="quiet">{lage.ersatter || lage.jamfors}</p>
        {lage.versioner.length > 1 && (
          <SelectField
            label="Version"
            quiet
            options={lage.versioner.map((v) => ({ id: v.id ?? DRAFT, label: v.ord }))}
            value={shown ? (shown.id ?? DRAFT) : null}
            onChange={(id) => onVersion(id === DRAFT ? 'utkast' : { id })}
          />
        )}
      </div>
    </>
  );
}
