/** What stands in the shared popover for each column. A refusal is shown there, and what was typed stays. */
import type { Status, Uppfoljningsbild } from '../api/generated';
import { ChoiceEditor } from '../shared/ChoiceEditor';
import { DateEditor, NumberEditor, TextEditor } from '../shared/editors';
import { StatusEditor } from '../shared/StatusEditor';
import { StatusMark } from '../shared/symbols';
import type { Editing } from '../shared/Treegrid';
import type { Row } from './columns';
import type { Lage } from './useLage';

interface Props {
  bild: Uppfoljningsbild;
  lage: Lage;
  editing: Editing<Row>;
  /** The row that is to be *Avbruten* as soon as its reason is written. */
  asking: string | null;
  ask: (id: string | null) => void;
  choose: (row: Row, status: Status) => void;
}

/** *Avbruten* needs a reason: asked for at once, and nothing is set without it. */
function ReasonEditor({ bild, lage, editing, ask }: Props) {
  const { row, close } = editing;
  const ord = bild.statusord.find((s) => s.status === 'avbruten')?.ord ?? '';
  const save = async (text: string) => {
    const refused = await lage.setStatus(row, 'avbruten', text);
    if (!refused) ask(null);
    return refused;
  };
  return (
    <div className="upp-reason">
      <StatusMark status="avbruten" ord={ord} />
      {/* The old value is one that nobody types: an empty reason is sent too, so that Rust says what is missing. */}
      <TextEditor label="Skäl" value={'\u00a0'} typed="" save={save} close={close} />
      <p className="tips">Ange varför arbetet avbryts. Skälet kommer med i rapporten.</p>
    </div>
  );
}

export function CellEditor(props: Props) {
  const { bild, lage, editing, asking, choose } = props;
  const { row, column, typed, close } = editing;
  if (column === 'status') {
    if (asking === row.id) return <ReasonEditor {...props} />;
    const words = Object.fromEntries(bild.statusord.map((s) => [s.status, s.ord])) as Record<Status, string>;
    return <StatusEditor value={row.status} words={words} save={async (status) => choose(row, status)} close={close} />;
  }
  if (column === 'fardiggrad') {
    return <NumberEditor label={`Färdiggrad, ${row.titel}`} value={row.fardiggrad_text} typed={typed} hint="Hela procent, 0–100" save={(text) => lage.report(row, { fardiggrad: text })} close={close} />;
  }
  if (column === 'slut') {
    return <DateEditor label={`Klart senast, ${row.titel}`} value={row.slut ?? ''} typed={typed} save={(text) => lage.setSlut(row, text)} close={close} />;
  }
  if (column === 'ansvarig') {
    return (
      <ChoiceEditor
        label="Ansvarig"
        choices={bild.befattningar.map((b) => ({ id: b.id, label: b.namn }))}
        selected={row.ansvariga}
        multiple={row.ansvariga.length > 1}
        none="Ingen ansvarig"
        create={{ label: 'Ny befattning', run: (text) => lage.addAnsvarig(row, text) }}
        save={(ids) => lage.setAnsvariga(row, ids)}
        close={close}
      />
    );
  }
  return <TextEditor label={`Kommentar, ${row.titel}`} value={row.kommentar} typed={typed} save={(text) => lage.report(row, { kommentar: text })} close={close} />;
}
