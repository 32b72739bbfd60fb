/** The years of the plan and how far each has come. */
import { useState } from 'react';
import type { Arslage, Arsrad, Installningsbild } from '../api/generated';
import { useWrite } from '../api/use';
import { useCommands } from '../app/commands';
import { ofScreen } from '../app/elsewhere';
import { usePlace } from '../app/place';
import { Button } from '../shared/Button';
import { Ask } from '../shared/Dialog';
import { ChoiceEditor } from '../shared/ChoiceEditor';
import type { Column, Editing } from '../shared/Treegrid';
import { refusalOf } from '../api/refusal';
import { SettingsGrid } from './SettingsGrid';

interface Row {
  id: string;
  level: number;
  rad: Arsrad;
}
const COLUMNS: Column<Row>[] = [
  { id: 'year', header: 'År', width: '8rem', cell: ({ rad }) => rad.year },
  { id: 'state', header: 'Läge', width: 'minmax(10rem, 1fr)', cell: ({ rad }) => rad.ord, editable: () => true },
];

export function VerksamhetsarSection({ plan }: { plan: Installningsbild }) {
  const write = useWrite();
  const { place, go } = usePlace();
  const [asking, setAsking] = useState(false);
  useCommands([ofScreen('plan-new-year', { run: () => setAsking(true) })]);
  const rows = plan.verksamhetsar.map((rad) => ({ id: String(rad.year), level: 1, rad }));
  const editor = ({ row: { rad }, close }: Editing<Row>) => {
    const choices = plan.arslage.map((o) => ({ id: o.kod, label: o.ord }));
    const save = ([state]: string[]) => refusalOf(write, 'set_verksamhetsar', { year: rad.year, state: state as Arslage });
    return <ChoiceEditor label="Läge" choices={choices} selected={[rad.state]} save={save} close={close} />;
  };
  const create = async () => {
    const year = plan.nasta_ar;
    const made = await write('create_verksamhetsar', { year }, { said: `Verksamhetsåret ${year} är öppnat.` });
    if (made) go({ screen: 'plan', period: `${year}-${place.period?.slice(5) ?? '12'}` });
  };
  return (
    <>
      <SettingsGrid title="Verksamhetsår" intro="Ett stängt år tar inte emot ändringar, bara sena utfall. Vilket år som visas väljs i Plan." rows={rows} columns={COLUMNS} editor={editor} />
      <div className="settings-after">
        <Button onPress={() => setAsking(true)}>Nytt verksamhetsår {plan.nasta_ar}</Button>
      </div>
      <Ask
        title={`Öppna verksamhetsåret ${plan.nasta_ar}?`}
        isOpen={asking}
        verb={`Öppna ${plan.nasta_ar}`}
        onClose={() => setAsking(false)}
        onDo={() => void create()}
      >
        <p>Året läggs till för planering och visas i Plan. Det går inte att ångra, och inte heller att ångra förbi det som gjordes före.</p>
      </Ask>
    </>
  );
}
