/** What is said when a file could not be opened, with the way on: a copy of it, or one of its backups. */
import { useQueryClient } from '@tanstack/react-query';
import type { Programbild, UiError } from '../api/generated';
import { fileGone } from '../app/gone';
import { Button } from '../shared/Button';
import { Dialog } from '../shared/Dialog';
import { Details } from '../shared/Notice';
import { useProgress, type Run } from '../shared/ProgressDialog';
import { Backups } from './Backups';
import { backupsOf, openFailure, openPlan, saveCopy, tryChange, type OpenFailure } from './file';

/** Refusals after which a copy of the same file can be opened. */
const COPY = new Set(['locked', 'read_only']);
/** Refusals after which only a backup helps. */
const BACKUP = new Set(['damaged', 'damaged_log', 'truncated', 'empty_file', 'foreign_schema', 'file_not_found']);

function Failure({ failure, run }: { failure: OpenFailure; run: Run }) {
  const client = useQueryClient();
  const { error, fil } = failure;
  const close = () => openFailure.set(null);
  const actions = (
    <>
      <Button onPress={close}>Stäng</Button>
      {fil && COPY.has(error.code) && (
        <Button
          variant="primary"
          onPress={() => {
            close();
            void run('Öppnar en kopia', (watch) => tryChange(client, 'open_copy', { fil }, watch));
          }}
        >
          Öppna en kopia
        </Button>
      )}
      {fil && BACKUP.has(error.code) && (
        <Button
          variant="primary"
          onPress={() => {
            close();
            backupsOf.set({ fil });
          }}
        >
          Visa säkerhetskopior
        </Button>
      )}
    </>
  );
  return (
    <Dialog title={error.message} help="filer" isOpen onClose={close} actions={actions}>
      <p>{error.hint}</p>
      {fil && <p className="quiet file-path">{fil}</p>}
      <Details text={error.detail} />
    </Dialog>
  );
}

/** The open file is gone: everything written is still in memory's reach and can be saved in another place. */
function Gone({ error, run }: { error: UiError; run: Run }) {
  const client = useQueryClient();
  const close = () => fileGone.set(null);
  const rescue = async () => {
    const file = client.getQueryData<Programbild>(['read_program', {}])?.fil;
    if (!file) return;
    const till = await saveCopy(file, run);
    if (till && (await openPlan(client, till))) close();
  };
  const actions = (
    <>
      <Button onPress={close}>Stäng</Button>
      <Button variant="primary" onPress={() => void rescue()}>
        Spara på en annan plats …
      </Button>
    </>
  );
  return (
    <Dialog title={error.message} help="filer" isOpen onClose={close} actions={actions}>
      <p>{error.hint}</p>
      <p className="quiet">Det som var sparat finns kvar att spara på nytt. Kopian öppnas i stället för den förlorade filen.</p>
      <Details text={error.detail} />
    </Dialog>
  );
}

/** Stands in the window whatever is shown. */
export function FileDialogs() {
  const failure = openFailure.use();
  const gone = fileGone.use();
  const backups = backupsOf.use();
  const { dialog, run } = useProgress();
  const close = () => backupsOf.set(null);
  return (
    <>
      {gone && <Gone error={gone} run={run} />}
      {failure && <Failure failure={failure} run={run} />}
      <Dialog title="Säkerhetskopior" help="filer" isOpen={backups !== null} onClose={close} wide actions={<Button onPress={close}>Stäng</Button>}>
        {backups && <Backups fil={backups.fil} onRestored={close} />}
      </Dialog>
      {dialog}
    </>
  );
}
