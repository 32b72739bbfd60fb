/** Läs in: a workbook or a pasted table, what each row of it would do to the plan, and the step that does it. */
import { FileSpreadsheet } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { asUiError, call } from '../api/call';
import { refetch } from '../api/depends';
import type { Inlasningsbild, Inlasningsblad, Inlasningsrad, Inlasningskalla, UiError } from '../api/generated';
import { useRead, useUndo, useWrite } from '../api/use';
import { announce } from '../app/announce';
import { useCommands } from '../app/commands';
import { ofScreen } from '../app/elsewhere';
import { go } from '../app/place';
import { Screen } from '../app/Screen';
import { toast } from '../app/toasts';
import { Button } from '../shared/Button';
import { ErrorNotice } from '../shared/Notice';
import { useProgress } from '../shared/ProgressDialog';
import { Decision } from './Decision';
import { SheetTabs, PANEL } from './SheetTabs';
import { ALL, SheetTools } from './SheetTools';
import { Start } from './Start';
import { Table } from './Table';
import { chooseFile } from './source';
import { useSource } from './useSource';
import { requestOf, setSource, useWork } from './work';
import './inlasning.css';

const shownRows = (sheet: Inlasningsblad, filter: string): readonly Inlasningsrad[] => {
  if (filter === ALL) return sheet.rader;
  if (filter === 'anmarkning') return sheet.rader.filter((row) => row.anmarkningar.some((a) => a.grad === 'anmarkning'));
  return sheet.rader.filter((row) => row.utslag === filter);
};

/** One sheet: its tools, why it is not read, its rows. */
function Sheet({ sheet, bild }: { sheet: Inlasningsblad; bild: Inlasningsbild }) {
  const [wanted, setFilter] = useState(ALL);
  const rows = shownRows(sheet, wanted);
  const filter = rows.length > 0 ? wanted : ALL;
  return (
    <div role="tabpanel" id={PANEL} aria-label={`Bladet ${sheet.blad}`} className="sheet">
      <SheetTools sheet={sheet} period={bild.period} filter={filter} onFilter={setFilter} />
      {sheet.skal && (
        <p className="unread">
          {sheet.skal} {sheet.kan_valjas && 'Välj vad bladet innehåller om det ska läsas in.'}
        </p>
      )}
      {sheet.avkortad && <p className="unread">{sheet.avkortad}</p>}
      {sheet.rader.length > 0 && <Table key={`${sheet.blad} ${filter}`} sheet={sheet} rows={filter === wanted ? rows : sheet.rader} />}
    </div>
  );
}

/** Reads a new source with progress; what the engine says is kept as the first answer of the screen's own read. */
function useOpening(run: ReturnType<typeof useProgress>['run']) {
  const client = useQueryClient();
  const [error, setError] = useState<UiError | null>(null);
  const open = useCallback(
    async (kalla: Inlasningskalla) => {
      try {
        const bild = await run('Läser filen', (watch) => call('preview_inlasning', { kalla }, watch));
        client.setQueryData(['preview_inlasning', { kalla: { visad: bild.visad } }], bild);
        setSource({ visad: bild.visad });
        setError(null);
        announce(`${bild.namn}. ${bild.beslut.rubrik}`);
      } catch (thrown) {
        const failed = asUiError(thrown);
        if (failed.code === 'cancelled') return;
        setSource(null);
        setError(failed);
      }
    },
    [client, run],
  );
  return { open, error };
}

/** Writes what is shown, says so with the way back, and goes to where it landed. */
function useImporting(run: ReturnType<typeof useProgress>['run']) {
  const write = useWrite();
  const { undo } = useUndo();
  const { now } = useWork();
  return async (bild: Inlasningsbild) => {
    if (!now) return;
    const request = { ...requestOf(now), period: bild.period.vald, endast_goda: bild.beslut.vagrade > 0, kom_ihag: now.kom_ihag };
    const economy = bild.blad.every((sheet) => !sheet.slag || sheet.slag === 'drift' || sheet.slag === 'verksamhet');
    // The screen is left before what is stale is read again: the source would be judged anew for nobody.
    const leave: typeof refetch = async (client, changes) => {
      setSource(null);
      go({ screen: economy ? 'ekonomi' : 'plan' });
      void refetch(client, changes);
    };
    const reply = await run('Läser in raderna', (watch) => write('import', request, { watch, refetch: leave }));
    if (!reply) return;
    toast.done(reply.text, () => void undo());
    requestAnimationFrame(() => document.getElementById('content')?.focus());
  };
}

export default function InlasningScreen() {
  const { dialog, run } = useProgress();
  const { open, error } = useOpening(run);
  const importRows = useImporting(run);
  const { now, request } = useWork();
  const read = useRead('preview_inlasning', request);
  const over = useSource(open);
  const bild = request ? read.data : undefined;
  const sheet = bild?.blad.find((b) => b.blad === now?.shown) ?? bild?.blad.find((b) => b.slag) ?? bild?.blad[0];
  const choose = () => void chooseFile().then((kalla) => kalla && open(kalla));
  useEffect(() => {
    if (read.error?.code === 'source_gone') setSource(null);
  }, [read.error]);
  useCommands([
    ofScreen('choose-source', { run: choose }),
    { id: 'import', label: bild?.beslut.knapp ?? 'Läs in rader', group: 'Plan', shortcut: 'Ctrl+Enter', enabled: bild?.beslut.kan ?? false, run: () => bild && void importRows(bild) },
  ]);
  const beside = bild && (
    <>
      <p className="source-name">
        <FileSpreadsheet size={16} aria-hidden />
        <span>{bild.namn}</span>
      </p>
      <Button variant="quiet" onPress={choose}>
        Byt fil
      </Button>
    </>
  );
  return (
    <Screen name="inlasning" title="Läs in" beside={beside} strip={bild && sheet && <SheetTabs sheets={bild.blad} shown={sheet.blad} />}>
      {dialog}
      {!bild && <Start error={error ?? (request ? read.error : null)} over={over} onChoose={choose} />}
      {bild && read.error && <ErrorNotice error={read.error} />}
      {bild && sheet && <Sheet key={sheet.blad} sheet={sheet} bild={bild} />}
      {bild && now && <Decision decision={bild.beslut} remembered={now.kom_ihag} onCancel={() => setSource(null)} onImport={() => void importRows(bild)} />}
      {bild && over && <div className="drop-over">Släpp filen för att byta till den</div>}
    </Screen>
  );
}
