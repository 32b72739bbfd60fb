/** The backups of a file, newest first, each with what it holds, and the way to take one back. */
import { useQueryClient } from '@tanstack/react-query';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { Kopiebild } from '../api/generated';
import { useRead } from '../api/use';
import { toast } from '../app/toasts';
import { Button } from '../shared/Button';
import { Ask } from '../shared/Dialog';
import { Empty, ErrorNotice, Loading } from '../shared/Notice';
import { useProgress } from '../shared/ProgressDialog';
import './program.css';
import { tryChange } from './file';

function Row({ kopia, onRestore }: { kopia: Kopiebild; onRestore: () => void }) {
  return (
    <li className="backup" data-broken={kopia.hel ? undefined : true}>
      {kopia.hel ? <ShieldCheck size={18} aria-hidden /> : <ShieldAlert size={18} aria-hidden />}
      <div>
        <b>{kopia.nar}</b>
        {kopia.hel ? (
          <>
            <p>{kopia.innehall}</p>
            <p className="quiet">
              Senaste ändring: {kopia.senast} ({kopia.av})
            </p>
          </>
        ) : (
          <p className="backup-broken">{kopia.fel}</p>
        )}
      </div>
      <span className="quiet">{kopia.storlek}</span>
      {kopia.hel && (
        <Button aria-label={`Återställ kopian ${kopia.nar}`} onPress={onRestore}>
          Återställ …
        </Button>
      )}
    </li>
  );
}

interface Props {
  /** The file; none: the open one. */
  fil?: string;
  onRestored?: () => void;
}

export function Backups({ fil, onRestored }: Props) {
  const client = useQueryClient();
  const read = useRead('list_sakerhetskopia', fil ? { fil } : {});
  const { dialog, run } = useProgress();
  const [chosen, setChosen] = useState<Kopiebild | null>(null);
  if (read.error) return <ErrorNotice error={read.error} />;
  if (!read.data) return <Loading />;
  const restore = async (kopia: Kopiebild) => {
    const restored = await run('Återställer kopian', (watch) => tryChange(client, 'restore_sakerhetskopia', { fil: kopia.fil }, watch));
    if (!restored) return;
    onRestored?.();
    toast.say(`Kopian från ${kopia.nar} är öppen som en ny fil. Den tidigare filen ligger kvar.`);
  };
  if (read.data.kopior.length === 0) {
    return <Empty title="Det finns inga säkerhetskopior än">Programmet gör en kopia före dagens första ändring.</Empty>;
  }
  return (
    <>
      <ul className="backups" aria-label="Säkerhetskopior">
        {read.data.kopior.map((kopia) => (
          <Row key={kopia.fil} kopia={kopia} onRestore={() => setChosen(kopia)} />
        ))}
      </ul>
      {read.data.mapp && <p className="quiet">Kopiorna ligger i {read.data.mapp}.</p>}
      <Ask
        title={`Återställ kopian från ${chosen?.nar ?? ''}?`}
        isOpen={chosen !== null}
        verb="Återställ som ny fil"
        onClose={() => setChosen(null)}
        onDo={() => chosen && void restore(chosen)}
      >
        <p>{chosen?.innehall}</p>
        <p className="quiet">Kopian öppnas som en ny fil bredvid planen. Inget skrivs över: filen som den är nu ligger kvar och kan öppnas igen.</p>
      </Ask>
      {dialog}
    </>
  );
}
