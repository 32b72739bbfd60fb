/** Before there is a source: a place to drop a file, choose one, or paste a table. */
import { FileInput } from 'lucide-react';
import type { UiError } from '../api/generated';
import { Button, Keys } from '../shared/Button';
import { ErrorNotice } from '../shared/Notice';

interface Props {
  error: UiError | null;
  over: boolean;
  onChoose: () => void;
}

export function Start({ error, over, onChoose }: Props) {
  return (
    <div className="source-start">
      {error && <ErrorNotice error={error} />}
      <section className="drop" data-over={over || undefined} aria-labelledby="drop-title">
        <FileInput size={32} strokeWidth={1.4} aria-hidden />
        <h2 id="drop-title">{over ? 'Släpp filen för att läsa in den' : 'Dra hit en fil, eller välj den'}</h2>
        <p className="quiet">Uppdrag, aktiviteter, mätetal, drift och verksamheter ur Excel (xlsx, xls), Calc (ods) eller en textfil (csv).</p>
        <Button variant="primary" onPress={onChoose}>
          Välj fil …
        </Button>
      </section>
      <div className="paste-hint">
        <Keys keys="Ctrl+V" />
        <p>
          klistrar in en tabell som är kopierad ur Word eller Excel. <span className="quiet">Inget ändras i planen förrän du har sett raderna och valt att läsa in dem.</span>
        </p>
      </div>
    </div>
  );
}
