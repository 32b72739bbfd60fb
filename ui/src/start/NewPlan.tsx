/** A new plan: styrmodell, whose it is, the year, and where the file goes. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Form, Label, Radio, RadioGroup } from 'react-aria-components';
import { asUiError, call } from '../api/call';
import type { NyPlan, Styrmodellval, UiError } from '../api/generated';
import { PLAN_FILTER, host } from '../api/host';
import { useRead } from '../api/use';
import { change, newPlanWanted } from '../program/file';
import { Button } from '../shared/Button';
import { Field } from '../shared/Field';
import { ErrorNotice } from '../shared/Notice';

type Words = Pick<NyPlan, 'kommun' | 'namnd' | 'forvaltning'> & { year: string };
const FIELDS: readonly (readonly [keyof Words, label: string, example: string])[] = [
  ['kommun', 'Kommun', 'Sjöberga kommun'],
  ['namnd', 'Nämnd', 'Socialnämnden'],
  ['forvaltning', 'Förvaltning', 'Socialförvaltningen'],
  ['year', 'År', ''],
];

function Styrmodeller({ all, value, onChange }: { all: readonly Styrmodellval[]; value: string; onChange: (key: string) => void }) {
  const chain = all.find((s) => s.key === value)?.nivaer ?? [];
  return (
    <>
      <RadioGroup className="models" value={value} onChange={onChange}>
        <Label>Styrmodell</Label>
        <div className="model-list">
          {all.map((s) => (
            <Radio key={s.key} value={s.key} className="model">
              <span className="dot" aria-hidden="true" />
              <span className="model-text">
                <b>{s.namn}</b>
                <span>{s.rad}</span>
              </span>
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <ol className="levels" aria-label="Planens nivåer">
        {chain.map((level) => (
          <li key={level}>{level}</li>
        ))}
      </ol>
    </>
  );
}

export function NewPlan() {
  const client = useQueryClient();
  const choices = useRead('list_styrmodell', {}).data;
  const [model, setModel] = useState<string | null>(null);
  const [words, setWords] = useState<Words | null>(null);
  const [error, setError] = useState<UiError | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const wanted = newPlanWanted.use();
  useEffect(() => {
    if (!wanted || !choices) return;
    newPlanWanted.set(false);
    form.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }, [wanted, choices]);
  if (!choices) return <section className="start-card" />;
  const key = model ?? choices.styrmodeller[0]?.key ?? '';
  const typed = words ?? { kommun: '', namnd: '', forvaltning: '', year: String(choices.year) };
  const create = async (event: FormEvent) => {
    event.preventDefault();
    setError(null);
    setBusy(true);
    try {
      const plan: NyPlan = { ...typed, styrmodell: key, year: Number(typed.year) || 0 };
      const { filnamn: name } = await call('propose_file', { plan });
      const fil = await host('host_choose_save', { title: 'Skapa planen', name, filters: [PLAN_FILTER] });
      if (fil) await change(client, 'create_plan_file', { fil, plan });
    } catch (thrown) {
      setError(asUiError(thrown));
    } finally {
      setBusy(false);
    }
  };
  const atField = (name: string) => (error?.field === name ? error : null);
  const elsewhere = error && !FIELDS.some(([name]) => name === error.field) ? error : null;
  return (
    <section className="start-card" aria-labelledby="new-plan">
      <div className="start-heading">
        <h2 id="new-plan">Ny plan</h2>
      </div>
      <Form ref={form} onSubmit={(event) => void create(event)} validationBehavior="aria">
        <Styrmodeller all={choices.styrmodeller} value={key} onChange={setModel} />
        <div className="start-fields">
          {FIELDS.map(([name, label, example]) => (
            <Field
              key={name}
              name={name}
              label={label}
              placeholder={example}
              inputMode={name === 'year' ? 'numeric' : undefined}
              value={typed[name]}
              onChange={(text) => setWords({ ...typed, [name]: text })}
              error={atField(name)}
            />
          ))}
        </div>
        {elsewhere && <ErrorNotice error={elsewhere} />}
        <div className="start-create">
          <p>Ord och nivåer går att ändra senare, i Inställningar och fliken Styrmodell.</p>
          <Button type="submit" variant="primary" className="large" isDisabled={busy}>
            Skapa planen
          </Button>
        </div>
      </Form>
    </section>
  );
}
