/** Ekonomi: the nämnd's drift table and its verksamheter for a period, typed like a spreadsheet, sums by the engine. */
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useRead, useUndo, useWrite } from '../api/use';
import type { Ekonomivy, Tabellrad, UiError } from '../api/generated';
import { refusalOf } from '../api/refusal';
import { useCommands } from '../app/commands';
import { moveCommands } from '../app/moves';
import { Screen } from '../app/Screen';
import { usePlace } from '../app/place';
import { toast } from '../app/toasts';
import { Button } from '../shared/Button';
import { Empty, ErrorNotice, Loading } from '../shared/Notice';
import { PeriodPicker } from '../shared/PeriodPicker';
import { Belopptabell, type BelopptabellHandle } from './Belopptabell';
import { NyRad } from './NyRad';
import { RadPanel } from './RadPanel';
import { placePasted, slagOf, type ColumnId, type Spot } from './cells';
import './ekonomi.css';
import { pasted } from './texts';
import { useRadverb } from './useRadverb';

const CHANGE = ['Enter', 'ändra'] as const;

function Vyval({ vy, onChange }: { vy: Ekonomivy; onChange: (vy: Ekonomivy) => void }) {
  return (
    <ToggleButtonGroup
      aria-label="Visa"
      className="segments"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[vy]}
      onSelectionChange={(keys) => onChange([...keys][0] as Ekonomivy)}
    >
      <ToggleButton id="drift">Drift</ToggleButton>
      <ToggleButton id="verksamheter">Verksamheter</ToggleButton>
    </ToggleButtonGroup>
  );
}

export default function EkonomiScreen() {
  const { place, go } = usePlace();
  const vy: Ekonomivy = place.part === 'verksamheter' ? 'verksamheter' : 'drift';
  const read = useRead('read_ekonomi', { vy, period: place.period });
  const bild = read.data?.vy === vy ? read.data : undefined;
  const write = useWrite();
  const { undo } = useUndo();
  const [chosen, setChosen] = useState<string | null>(place.thing?.id ?? null);
  const [adding, setAdding] = useState(false);
  useEffect(() => {
    if (place.thing) setChosen(place.thing.id);
  }, [place.thing]);
  const table = useRef<BelopptabellHandle>(null);
  const row = bild?.rader.find((r) => r.id === chosen || r.id.startsWith(`${chosen}.`)) ?? bild?.rader.find((r) => bild.behover[0] === r.id) ?? bild?.rader.find((r) => r.slag === 'rad') ?? bild?.rader[0];
  const verb = useRadverb(bild, row, setChosen);
  const onSelect = useCallback((one: Tabellrad) => setChosen(one.id), []);
  const select = (id: string) => table.current?.focus(id);

  const type = async (one: Tabellrad, column: ColumnId, text: string): Promise<UiError | undefined> => {
    const slag = slagOf(column);
    if (!one.nyckel || !slag || !bild) return undefined;
    return refusalOf(write, 'type_ekonomi', { period: bild.period, celler: [{ nyckel: one.nyckel, slag, text }] });
  };
  const paste = async (from: Spot, text: string, columns: readonly ColumnId[]) => {
    if (!bild) return;
    const { celler, skipped } = placePasted(bild.rader, columns, from, text);
    if (celler.length === 0) return;
    const done = await write('type_ekonomi', { period: bild.period, celler });
    if (done) toast.done(pasted(celler.length, skipped), () => void undo());
  };
  const remove = async (one: Tabellrad) => {
    const next = await verb.remove(one);
    if (next) table.current?.focus(next, 'namn');
    return next;
  };
  const move = async (one: Tabellrad, step: 1 | -1) => {
    await verb.move(one, step);
    table.current?.focus(one.id, 'namn');
  };
  const onKey = (event: KeyboardEvent, one: Tabellrad): boolean => {
    const onName = (event.target as HTMLElement).dataset.column === 'namn';
    if (event.key === 'Insert') setAdding(true);
    else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) void move(one, event.key === 'ArrowUp' ? -1 : 1);
    else if (event.key === 'Delete' && onName) void remove(one);
    else return false;
    return true;
  };
  const nextWanting = () => {
    if (!bild) return;
    const at = row ? bild.behover.indexOf(row.id) : -1;
    const id = bild.behover[at + 1] ?? bild.behover[0];
    if (id) select(id);
  };
  const wanted = (bild?.behover.length ?? 0) > 0;
  const changeable = row?.nyckel != null && !bild?.stangt;
  useCommands([
    { id: 'ekonomi-next', label: 'Nästa rad som behöver kommentar', group: 'Ekonomi', shortcut: 'Ctrl+Enter', enabled: wanted, run: nextWanting },
    { id: 'ekonomi-add', label: vy === 'drift' ? 'Lägg till rad' : 'Lägg till verksamhet', group: 'Ekonomi', shortcut: 'Insert', local: true, run: () => setAdding(true) },
    { id: 'ekonomi-rename', label: 'Byt namn', group: 'Ekonomi', shortcut: 'F2', local: true, enabled: changeable, run: () => row && table.current?.edit(row.id, 'namn') },
    { id: 'ekonomi-delete', label: 'Ta bort raden', group: 'Ekonomi', shortcut: 'Delete', local: true, enabled: changeable, run: () => row && void remove(row) },
    ...moveCommands('ekonomi', { group: 'Ekonomi', enabled: changeable }, (way) => row && void move(row, way === 'ArrowUp' ? -1 : 1), true),
    { id: 'ekonomi-drift', label: 'Visa drift', group: 'Ekonomi', checked: vy === 'drift', run: () => go({ part: 'drift' }) },
    { id: 'ekonomi-verksamheter', label: 'Visa verksamheter', group: 'Ekonomi', checked: vy === 'verksamheter', run: () => go({ part: 'verksamheter' }) },
  ]);

  const addLabel = vy === 'drift' ? 'Lägg till rad' : 'Lägg till verksamhet';
  const isEmpty = bild?.rader.length === 0;
  const readIn = (
    <Button variant={isEmpty ? 'plain' : 'link'} onPress={() => go({ screen: 'inlasning' })}>
      Läs in
    </Button>
  );
  const afterRow = row && vy === 'drift' ? `Läggs efter ${row.namn} och räknas in i samma summor.` : undefined;
  // The focus goes back to the table; where there is none, to the screen.
  const onAdding = (open: boolean) => {
    setAdding(open);
    if (open) return;
    if (row) requestAnimationFrame(() => table.current?.focus(row.id, 'namn'));
    else document.getElementById('content')?.focus();
  };
  const newRow = <NyRad label={addLabel} fieldLabel={vy === 'drift' ? 'Namn på den nya raden' : 'Namn på den nya verksamheten'} hint={afterRow} withFinansiering={vy === 'verksamheter'} open={adding} onOpen={onAdding} add={verb.add} />;
  return (
    <Screen
      name="ekonomi"
      title="Ekonomi"
      beside={bild && <PeriodPicker periods={bild.perioder} period={bild.period} onChange={(period) => go({ period })} />}
      chips={
        <>
          <Vyval vy={vy} onChange={(part) => go({ part })} />
          <p className="sign-rule">{bild?.teckenregel}</p>
        </>
      }
      status={bild?.stangt || bild?.sammanfattning}
      keys={wanted ? [CHANGE, ['Ctrl+Enter', 'nästa som behöver kommentar']] : isEmpty ? [] : [CHANGE]}
      panelLabel="Vald rad"
      panelOf={row?.id}
      panel={bild && row && <RadPanel bild={bild} row={row} verb={{ ...verb, remove, move }} save={(text) => type(row, 'prognos', text)} select={select} rename={() => table.current?.edit(row.id, 'namn')} />}
    >
      {read.error && <ErrorNotice error={read.error} />}
      {!bild && !read.error && <Loading />}
      {bild && isEmpty && !adding && (
        <Empty
          title="Inga verksamheter ännu"
          action={
            <>
              <Button variant="primary" onPress={() => setAdding(true)}>
                Lägg till verksamhet
              </Button>
              {readIn}
            </>
          }
        >
          Verksamheterna är de rader som nämnden följer ekonomin för, till exempel Barn och unga.
        </Empty>
      )}
      {bild && (!isEmpty || adding) && (
        <div className="economy">
          {bild.tom && !isEmpty && (
            <p className="no-figures">
              Inga belopp ännu. Skriv i tabellen, klistra in en kolumn från Excel, eller {readIn} en fil.
            </p>
          )}
          {!isEmpty && <Belopptabell bild={bild} selected={row?.id ?? null} onSelect={onSelect} save={type} rename={verb.rename} paste={(from, text, columns) => void paste(from, text, columns)} onKey={onKey} handle={table} />}
          <div className="below-figures">
            {newRow}
            {bild.noter.map((not) => (
              <p key={not} className="quiet">
                {not}
              </p>
            ))}
          </div>
        </div>
      )}
    </Screen>
  );
}
