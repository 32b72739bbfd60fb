/** The file: where it is, copies of it, and whether it hangs together. */
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { asUiError, call } from '../api/call';
import type { Kontroll, UiError } from '../api/generated';
import { useRead } from '../api/use';
import { announce } from '../app/announce';
import { useCommands } from '../app/commands';
import { ofScreen } from '../app/elsewhere';
import { Backups } from '../program/Backups';
import { backUp, saveCopy } from '../program/file';
import { Button } from '../shared/Button';
import { ErrorNotice } from '../shared/Notice';
import { useProgress } from '../shared/ProgressDialog';

const SOUND = 'Filen är hel: inget fel hittades i innehållet, ändringsloggen eller arkivet.';

function Result({ outcome }: { outcome: Kontroll }) {
  if (outcome.hel) {
    return (
      <p className="settings-sound">
        <ShieldCheck size={18} aria-hidden />
        {SOUND}
      </p>
    );
  }
  return (
    <div className="notice error" role="alert">
      <div>
        <p className="notice-text">Filen har fel. Återställ en säkerhetskopia från innan felet uppstod.</p>
        <ul>
          {outcome.fel.map((fel) => (
            <li key={fel.text}>{fel.text}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

export function FilSection() {
  const client = useQueryClient();
  const program = useRead('read_program', {}).data;
  const file = program?.fil;
  const { dialog, run } = useProgress();
  const [outcome, setOutcome] = useState<Kontroll | null>(null);
  const [error, setError] = useState<UiError | null>(null);
  const check = async () => {
    setOutcome(null);
    setError(null);
    try {
      const found = await run('Kontrollera filen', (watch) => call('verify', {}, watch));
      setOutcome(found);
      if (found.hel) announce(SOUND);
    } catch (thrown) {
      setError(asUiError(thrown));
    }
  };
  useCommands([ofScreen('verify', { run: () => void check() })]);
  return (
    <section className="settings-section">
      <header>
        <div>
          <h2>Filen</h2>
          <p className="quiet file-path">{file?.fil}</p>
        </div>
        {file && <Button onPress={() => void saveCopy(file, run)}>Spara en kopia …</Button>}
        <Button onPress={() => void check()}>Kontrollera filen</Button>
      </header>
      {program?.natverk && <p className="notice">{program.natverk}</p>}
      {error && <ErrorNotice error={error} />}
      {outcome && <Result outcome={outcome} />}
      <header>
        <div>
          <h2>Säkerhetskopior</h2>
          <p className="quiet">En kopia görs före dagens första ändring. Äldre kopior glesas ut: en om dagen i två veckor, en i månaden i ett år.</p>
        </div>
        <Button onPress={() => void backUp(client, run)}>Säkerhetskopiera nu</Button>
      </header>
      <Backups />
      {dialog}
    </section>
  );
}
