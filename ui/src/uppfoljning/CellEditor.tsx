/** What stands in the shared popover for each column. A refusal is shown there, and what was typed stays. */
import type { Status, Uppfoljningsbild } from '../api/generated';
import { ChoiceEditor } from '../shared/ChoiceEditor';
import { DateEditor, NumberEditor, TextEditor } from '../shared/editors';
import { ReasonEditor } from '../shared/ReasonEditor';
import { StatusEditor } from '../shared/StatusEditor';
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

/** The reason of *Avbruten*, and the status with it. */
function Reason({ bild, lage, editing: { row, close }, ask }: Props) {
  const ord = bild.statusord.find((s) => s.status === 'avbruten')?.ord ?? '';
  const save = async (text: string) => {
    const refused = await lage.setStatus(row, 'avbruten', text);
    if (!refused) ask(null);
    return refused;
  };
  return <ReasonEditor ord={ord} save={save} close={close} />;
}

export function CellEditor(props: Props) {
  const { bild, lage, editing, asking, choose } = props;
  const { row, column, typed, close } = editing;
  if (column === 'status') {
    if (asking === row.id) return <Reason {...props} />;
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
  if (column === 'kommentar') {
    return <TextEditor label={`Kommentar, ${row.titel}`} value={row.kommentar} typed={typed} save={(text) => lage.report(row, { kommentar: text })} close={close} />;
  }
  return null;
}
