/** What is left out of the chain: other years, other units, lower levels, and all that holds together. */
import { ChevronDown } from 'lucide-react';
import { Button as AriaButton, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import type { Plantrad, Tradbrist } from '../api/generated';
import { asLine } from '../app/elsewhere';
import { go } from '../app/place';
import { Chips } from '../shared/Chips';
import { PeriodPicker } from '../shared/PeriodPicker';
import { BrokenThread } from '../shared/symbols';
import type { Depth } from './rows';

interface QuietSelectProps {
  label: string;
  value: string;
  options: readonly { id: string; label: string; depth?: number }[];
  onChange: (id: string) => void;
}

function QuietSelect({ label, value, options, onChange }: QuietSelectProps) {
  return (
    <Select aria-label={label} value={value} onChange={(key) => key !== null && onChange(String(key))}>
      <AriaButton className="button quiet filter">
        <SelectValue />
        <ChevronDown size={14} aria-hidden />
      </AriaButton>
      <Popover className="popover">
        <ListBox className="list" items={options}>
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.label} className="option">
              <span style={{ paddingInlineStart: `${item.depth ?? 0}rem` }}>{item.label}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}

/** Which verksamhetsår: the same month of another, or a new one. A plan of one year says it in its title. */
function Year({ plan }: { plan: Plantrad }) {
  if (plan.verksamhetsar.length < 2) return null;
  const years = plan.verksamhetsar.map((y) => ({ period: y.period, namn: String(y.ar), note: y.ord }));
  return <PeriodPicker what="Verksamhetsår" periods={years} period={plan.period} onChange={(period) => go({ period })} more={asLine('plan-new-year')} />;
}

interface Props {
  plan: Plantrad;
  enhet: string | undefined;
  onEnhet: (id: string | undefined) => void;
  depth: Depth;
  onDepth: (depth: Depth) => void;
}

const ALL = 'alla';

/** Beside the title: which year, whose plan, and how far down. */
export function Filters({ plan, enhet, onEnhet, depth, onDepth }: Props) {
  const units = [{ id: ALL, label: 'Alla enheter' }, ...plan.enheter.map((e) => ({ id: e.id as string, label: e.namn, depth: e.djup }))];
  const levels = [
    { id: 'aktivitet', label: 'Alla nivåer' },
    ...plan.nivaer.map((n, i) => ({ id: String(i), label: `Ned till ${n.singular.toLocaleLowerCase('sv')}` })),
    { id: 'uppdrag', label: 'Ned till uppdrag' },
  ];
  return (
    <>
      <Year plan={plan} />
      <QuietSelect label="Enhet" value={enhet ?? ALL} options={units} onChange={(id) => onEnhet(id === ALL ? undefined : id)} />
      <QuietSelect label="Nivåer" value={String(depth)} options={levels} onChange={(id) => onDepth(id === 'aktivitet' || id === 'uppdrag' ? id : Number(id))} />
    </>
  );
}

interface BreaksProps {
  plan: Plantrad;
  selected: ReadonlySet<Tradbrist>;
  onChange: (selected: ReadonlySet<Tradbrist>) => void;
}

/** Where the thread breaks, counted; each also filters. */
export function Breaks({ plan, selected, onChange }: BreaksProps) {
  const found = plan.brister.filter((b) => b.antal > 0 || selected.has(b.brist));
  if (found.length === 0) return <p className="quiet breaks">Tråden håller hela vägen.</p>;
  const chips = found.map((b) => ({ id: b.brist, count: b.antal, label: b.ord, icon: <BrokenThread size={13} /> }));
  return (
    <div className="breaks">
      <p className="quiet">Tråden brister</p>
      <Chips label="Visa bara rader där tråden brister" chips={chips} selected={selected} onChange={(keys) => onChange(keys as ReadonlySet<string> as ReadonlySet<Tradbrist>)} />
    </div>
  );
}
