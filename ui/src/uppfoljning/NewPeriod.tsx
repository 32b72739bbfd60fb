/** A new period of follow-up: which month, which kind, and until when it is open. */
import { useState } from 'react';
import type { UiError, Uppfoljningsslag } from '../api/generated';
import { readDay } from '../api/refusal';
import { Button } from '../shared/Button';
import { Dialog } from '../shared/Dialog';
import { Field, SelectField } from '../shared/Field';
import { ErrorNotice } from '../shared/Notice';
import type { Lage } from './useLage';

const KINDS: { id: Uppfoljningsslag; label: string; note: string }[] = [
  { id: 'manad', label: 'Månadsrapport', note: 'till och med månaden' },
  { id: 'tertial', label: 'Tertialrapport', note: 'till och med april' },
  { id: 'delar', label: 'Delårsrapport', note: 'till och med augusti' },
  { id: 'ar', label: 'Årsredovisning', note: 'till och med december' },
];
const MONTHS = ['Januari', 'Februari', 'Mars', 'April', 'Maj', 'Juni', 'Juli', 'Augusti', 'September', 'Oktober', 'November', 'December'];

interface Props {
  /** The period that is proposed, "2026-11". */
  first: string;
  lage: Lage;
  onClose: () => void;
  onMade: (period: string) => void;
}

export function NewPeriod({ first, lage, onClose, onMade }: Props) {
  const [startYear = 0, startMonth = 1] = first.split('-').map(Number);
  const [slag, setSlag] = useState<Uppfoljningsslag>('manad');
  const [year, setYear] = useState(startYear);
  const [month, setMonth] = useState(startMonth);
  const [enhet, setEnhet] = useState('');
  const [namnd, setNamnd] = useState('');
  const [errors, setErrors] = useState<{ enhet?: UiError; namnd?: UiError; other?: UiError }>({});
  const period = `${year}-${String(month).padStart(2, '0')}`;

  const make = async () => {
    const found: typeof errors = {};
    const yearOfDates = month === 12 ? year + 1 : year;
    const read = async (field: 'enhet' | 'namnd', text: string) => {
      const day = await readDay(text, yearOfDates);
      if (!('refused' in day)) return day.datum;
      found[field] = day.refused;
      return null;
    };
    const [deadline_enhet, deadline_namnd] = [await read('enhet', enhet), await read('namnd', namnd)];
    if (found.enhet || found.namnd) return setErrors(found);
    const refused = await lage.save('create_uppfoljning', { slag, period, deadline_enhet, deadline_namnd });
    if (!refused) return onMade(period);
    return setErrors(refused.field === 'deadline_namnd' ? { namnd: refused } : { other: refused });
  };

  const actions = (
    <>
      <Button onPress={onClose}>Avbryt</Button>
      <Button variant="primary" onPress={() => void make()}>
        Lägg upp uppföljningen
      </Button>
    </>
  );
  return (
    <Dialog title="Ny uppföljning" isOpen onClose={onClose} actions={actions}>
      <div className="upp-new">
        <SelectField autoFocus label="Slag" options={KINDS} value={slag} onChange={(id) => setSlag(id as Uppfoljningsslag)} />
        <div className="upp-new-row">
          <SelectField label="Till och med" options={MONTHS.map((label, i) => ({ id: String(i + 1), label }))} value={String(month)} onChange={(id) => setMonth(Number(id))} />
          <SelectField label="År" options={[startYear - 1, startYear, startYear + 1].map((y) => ({ id: String(y), label: String(y) }))} value={String(year)} onChange={(id) => setYear(Number(id))} />
        </div>
        <Field label="Enheterna lämnar senast" value={enhet} onChange={setEnhet} error={errors.enhet} hint="Till exempel 2026-11-04 eller 4/11. Kan anges senare." />
        <Field label="Nämndens sammanträde" value={namnd} onChange={setNamnd} error={errors.namnd} />
        {errors.other && <ErrorNotice error={errors.other} />}
      </div>
    </Dialog>
  );
}
