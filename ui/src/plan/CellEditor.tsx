/** What stands in the grid's one editor, by column. */
import { useRef, useState } from 'react';
import type { Planrad, Plantrad, Status, Statusbarare } from '../api/generated';
import { NO_NUMBER, attempt, readDay, readTal, refusalOf } from '../api/refusal';
import { useRead, type Write } from '../api/use';
import { ChoiceEditor } from '../shared/ChoiceEditor';
import { DateEditor, LineEditor } from '../shared/editors';
import { ReasonEditor } from '../shared/ReasonEditor';
import { StatusEditor } from '../shared/StatusEditor';
import type { Editing } from '../shared/Treegrid';
import { updateThing } from './actions';
import type { PlanRow } from './rows';

interface StatusProps {
  barare: Statusbarare;
  organisation_id?: string;
  period: string;
  value: Status | null;
  words: Record<Status, string>;
  write: Write;
  close: Editing<PlanRow>['close'];
}

/** A status; *Avbruten* asks for the reason before it is written. */
export function StatusChoice({ barare, organisation_id, period, value, words, write, close }: StatusProps) {
  const [asksWhy, setAsksWhy] = useState(false);
  const waits = useRef(false);
  const set = (status: Status, kommentar = '') => refusalOf(write, 'set_status', { barare, organisation_id, period, status, kommentar }, { said: `${words[status]}.` });
  if (asksWhy) {
    return <ReasonEditor ord={words.avbruten} save={(text) => set('avbruten', text)} close={close} />;
  }
  return (
    <StatusEditor
      value={value}
      words={words}
      save={async (status) => {
        if (status !== 'avbruten') return void (await write('set_status', { barare, organisation_id, period, status }, { said: `${words[status]}.` }));
        waits.current = true;
        setAsksWhy(true);
        return undefined;
      }}
      close={(move) => !waits.current && close(move)}
    />
  );
}

/** Who answers for it: befattningar, found by typing, or a new one. */
function Responsible({ rad, period, write, close }: { rad: Planrad; period: string; write: Write; close: Editing<PlanRow>['close'] }) {
  const thing = useRead('read_rad', { kind: rad.slag as 'uppdrag', id: rad.id, period }).data;
  const lists = useRead('read_valmangder', { period }).data;
  const field = thing?.id === rad.id ? thing.fakta.find((f) => f.namn === 'ansvariga') : undefined;
  if (!field || !lists) return null;
  const selected = field.varde as string[];
  const save = (ansvariga: string[]) => updateThing(write, rad.slag, rad.id, { ansvariga });
  const create = async (titel: string) => {
    const made = await attempt(write, 'create_befattning', { titel });
    return 'refused' in made ? made.refused : save([...selected, made.reply.id]);
  };
  return (
    <ChoiceEditor
      label="Ansvarig"
      multiple
      none={selected.length > 0 ? 'Ingen ansvarig' : undefined}
      choices={lists.befattning.map((v) => ({ id: v.id, label: v.text }))}
      selected={selected}
      create={{ label: 'Ny befattning', run: create }}
      save={save}
      close={close}
    />
  );
}

/** The words of the file by code. */
export const statusWords = (plan: Plantrad): Record<Status, string> => Object.fromEntries(plan.statusord.map((s) => [s.status, s.ord])) as Record<Status, string>;

export function CellEditor({ editing, plan, write }: { editing: Editing<PlanRow>; plan: Plantrad; write: Write }) {
  const { row, column, typed, close } = editing;
  const { rad } = row;
  if (!rad) return null;
  const update = (patch: Record<string, unknown>) => updateThing(write, rad.slag, rad.id, patch);
  if (column === 'titel') return <LineEditor label="Titel" value={rad.titel} typed={typed} save={(titel) => update({ titel })} close={(move) => close(move === 'down' ? undefined : move)} className="wide" />;
  if (column === 'status') {
    const barare = (rad.slag === 'uppdrag' ? { uppdrag: rad.id } : { aktivitet: rad.id }) as Statusbarare;
    return <StatusChoice barare={barare} period={plan.period} value={rad.status ?? null} words={statusWords(plan)} write={write} close={close} />;
  }
  if (column === 'ansvarig') return <Responsible rad={rad} period={plan.period} write={write} close={close} />;
  if (rad.slag === 'uppdrag') {
    const year = rad.slutdatum?.slice(0, 4) ?? '';
    const saveYear = async (text: string) => {
      const read = await readTal(text, 'heltal');
      if ('refused' in read) return read.refused;
      return read.varde === null ? NO_NUMBER : update({ year_to: read.varde });
    };
    return <LineEditor label="Till och med år" hint="Uppdraget gäller till och med det årets slut." value={year} save={saveYear} close={close} className="editor-number" />;
  }
  const save = async (text: string) => {
    const day = await readDay(text, plan.ar);
    return 'refused' in day ? day.refused : update({ end_date: day.datum });
  };
  return <DateEditor label="Klart senast" value={rad.slutdatum ?? ''} save={save} close={close} />;
}
